package org.uniongrid.bad.cellar;

/** Something a neighbour should not know of. */
public record Coal(int kilograms) {}
