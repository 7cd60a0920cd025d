package org.uniongrid.people;

import java.util.UUID;

/**
 * Where a sealed value stands. It can be opened there and nowhere else.
 *
 * @param table with its schema, such as {@code people.identity}
 * @param row public id of the record
 * @param column name of the column or of the field
 */
public record Place(String table, UUID row, String column) {}
