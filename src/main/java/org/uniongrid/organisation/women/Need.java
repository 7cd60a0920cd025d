package org.uniongrid.organisation.women;

/**
 * From how many women members a union needs a women workers' committee.
 *
 * @param article where it is written
 * @param example whether it is the value of some place, taken as an example
 */
public record Need(int women, String article, boolean example) {}
