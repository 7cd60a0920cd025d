package org.uniongrid.organisation;

/** Tables that keep what is so of a unit over time, in the order in which rows may be put back. */
enum DatedTable {
    UNIT("unit", "rest_id", "id = any (:units)"),
    NAME("unit_name", "unit_id, name, during", "unit_id = any (:units)"),
    STATE("unit_state", "unit_id, state, during, reason", "unit_id = any (:units)"),
    PLACE("place", "unit_id, line_id, parent_id, during", "unit_id = any (:units)"),
    COMMITTEE("committee", "public_id, unit_id, kind, during, seats", "unit_id = any (:units)"),
    MEMBER(
            "committee_member",
            "public_id, committee_id, person_id, duty, during",
            "committee_id in (select id from organisation.committee where unit_id = any (:units))"),
    POST("post", "closed_on", "unit_id = any (:units)"),
    TENURE(
            "tenure",
            "public_id, post_id, person_id, during, acting, ended_for",
            "post_id in (select id from organisation.post where unit_id = any (:units))"),
    COVER("cover", "public_id, employer_id, unit_id, mode, during", "unit_id = any (:units)");

    private final String table;
    private final String columns;
    private final String which;

    DatedTable(String table, String columns, String which) {
        this.table = table;
        this.columns = columns;
        this.which = which;
    }

    /** Rows of these units; the form of a row is always the same, so that two can be compared as texts. */
    String ofUnits() {
        return "select '%s' as kind, r.id, to_jsonb(r)::text as row from (select id, %s from organisation.%s where %s) r"
                .formatted(name(), columns, table, which);
    }

    /** Rows of these ids. */
    String ofIds() {
        return "select '%s' as kind, r.id, to_jsonb(r)::text as row from (select id, %s from organisation.%s where id = any (:ids)) r"
                .formatted(name(), columns, table);
    }

    String delete() {
        return "delete from organisation.%s where id = any (:ids)".formatted(table);
    }

    String update() {
        return "update organisation.%1$s t set (%2$s) = (select %2$s from jsonb_populate_record(null::organisation.%1$s, :row::jsonb)) where t.id = :id"
                .formatted(table, columns);
    }

    String insert() {
        return "insert into organisation.%1$s (id, %2$s) select id, %2$s from jsonb_populate_record(null::organisation.%1$s, :row::jsonb)"
                .formatted(table, columns);
    }
}
