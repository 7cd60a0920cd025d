package org.uniongrid.demo;

/** A made-up employer. */
record Firm(
        String name,
        String uscc,
        String ownership,
        Trade trade,
        String division,
        String address,
        Spot spot,
        Headcount people) {}
