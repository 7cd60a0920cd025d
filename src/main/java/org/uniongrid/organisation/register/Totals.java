package org.uniongrid.organisation.register;

/** What the lists of one unit hold before any filter. */
public record Totals(long employers, long units) {}
