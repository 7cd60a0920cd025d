package org.uniongrid.exchange;

/**
 * A question of the upload form, answered with yes or no.
 *
 * @param key in kebab case; its words are {@code import.<kind>.choice.<key>}
 * @param byDefault the answer the form begins with
 */
public record Choice(String key, boolean byDefault) {}
