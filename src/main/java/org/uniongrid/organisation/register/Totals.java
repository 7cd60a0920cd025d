package org.uniongrid.organisation.register;

/** What the lists of one unit hold before any filter, each counted as far as a list is counted. */
public record Totals(long employers, long units) {}
