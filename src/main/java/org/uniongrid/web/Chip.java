package org.uniongrid.web;

/**
 * A filter in force, shown above a list.
 *
 * @param label such as “Seat: East District”
 * @param hrefWithout the same list without this filter; {@link Query#without} writes it
 */
public record Chip(String label, String hrefWithout) {}
