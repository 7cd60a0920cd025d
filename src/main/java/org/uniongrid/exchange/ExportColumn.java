package org.uniongrid.exchange;

/**
 * A column that an export offers.
 *
 * @param key in kebab case, as {@link ExportAsked#columns} names it
 * @param heading message key of what stands above it
 */
public record ExportColumn(String key, String heading) {}
