package org.uniongrid.demo;

/** A made-up person at the head of a union. */
record Chair(String name, String id, String phone) {}
