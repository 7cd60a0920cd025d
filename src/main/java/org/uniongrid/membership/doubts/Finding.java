package org.uniongrid.membership.doubts;

import java.util.List;

/**
 * What was found of one union.
 *
 * @param members how many members it is about; more than zero
 * @param measure what they are measured by: numbers in the longest row, members of one account, staff, or members thirty days ago
 * @param stays whom it is about; empty where it is about all of them
 */
record Finding(long unit, DoubtRule rule, int members, int measure, List<Long> stays) {}
