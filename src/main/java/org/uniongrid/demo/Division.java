package org.uniongrid.demo;

/** A division of the made-up city; the code has the length of its seat: 2, 4, 6 or 9 digits, all under the unassigned 99. */
public record Division(String code, String name) {}
