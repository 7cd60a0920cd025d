package org.uniongrid.foundation;

/** A range of paths in "C" order, for {@code scope >= :from and scope < :to}. */
public record Span(String from, String to) {}
