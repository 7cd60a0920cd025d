package org.uniongrid.membership.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.membership.DoubtSight;
import org.uniongrid.membership.MemberState;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.NameSearch;

/** The members of a subtree, by union and in the order in which they came. */
@Repository
class RollList {

    static final int SIZE = 50;

    /** Counts stop here; a list of more says so. */
    static final int COUNTED = 10_000;

    private static final Keyset ORDER = Keyset.ascending("membership.stay", "s", "scope", "id");
    private static final List<IdentityField> NUMBERS =
            List.of(IdentityField.PHONE, IdentityField.ID_NUMBER, IdentityField.DOCUMENT);

    private final JdbcClient db;
    private final NameSearch names;
    private final Identities identities;

    RollList(JdbcClient db, NameSearch names, Identities identities) {
        this.db = db;
        this.names = names;
        this.identities = identities;
    }

    /** One member. */
    record Row(
            UUID stay,
            long personId,
            UUID person,
            String name,
            String unitName,
            @Nullable String employer,
            @Nullable String workerClass,
            MemberState state,
            LocalDate since) {

        boolean lasts() {
            return state != MemberState.LEFT;
        }
    }

    /** Whom a roll is searched for; null where all are wanted. */
    private record Where(String sql, Map<String, @Nullable Object> values) {}

    @Transactional
    public Page<Row> page(Reach reach, Scope under, RollFilter filter, Cursor cursor) {
        return page(reach, under, filter, cursor, SIZE);
    }

    @Transactional
    public Page<Row> page(Reach reach, Scope under, RollFilter filter, Cursor cursor, int size) {
        var where = where(reach, under, filter);
        return ORDER.page(
                cursor,
                size,
                Row::stay,
                tail -> db.sql("""
                        with found as materialized (select s.id from membership.stay s where\s""" + where.sql() + tail.sql() + """
                        )
                        select s.public_id as stay, p.id as person_id, p.public_id as person, p.name, u.name as unit_name, e.name as employer,
                               s.worker_class, s.state, s.since
                        from found join membership.stay s using (id) join people.person p on p.id = s.person_id
                        join organisation.unit u on u.id = s.unit_id left join organisation.employer e on e.id = s.employer_id
                        """ + tail.order())
                        .params(where.values())
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Row.class)
                        .list());
    }

    /** How many there are, counted up to {@value #COUNTED} and one. */
    @Transactional
    public int count(Reach reach, Scope under, RollFilter filter) {
        return count(reach, under, filter, COUNTED + 1);
    }

    /** How many there are, counted up to so many. */
    @Transactional
    public int count(Reach reach, Scope under, RollFilter filter, int most) {
        var where = where(reach, under, filter);
        return db.sql("select count(*) from (select from membership.stay s where " + where.sql()
                        + " limit :limit) found")
                .params(where.values())
                .param("limit", most)
                .query(Integer.class)
                .single();
    }

    /** A doubt out of reach looks as if it were not there. */
    void require(Reach reach, UUID doubt) {
        var seen = db.sql("select exists (select from membership.doubt d join organisation.unit u on u.id = d.unit_id"
                        + " where d.public_id = :doubt and " + DoubtSight.SEEN + ")")
                .param("doubt", doubt)
                .param("reach", reach.asArray())
                .query(Boolean.class)
                .single();
        if (!seen) throw new NoSuchElementException("No doubt " + doubt);
    }

    private Where where(Reach reach, Scope under, RollFilter filter) {
        var seen = reach.under(under);
        var all = new ArrayList<>(List.of("s.scope >= :from", "s.scope < :to"));
        var values = new HashMap<String, @Nullable Object>(Map.of("from", seen.from(), "to", seen.to()));
        if (filter.state() == null) all.add("s.until is null");
        else {
            all.add("s.state = :state");
            // said apart from the parameter, so that the planner knows which index holds them
            all.add(filter.state() == MemberState.MEMBER ? "s.until is null" : "s.state <> 'MEMBER'");
            values.put("state", filter.state().name());
        }
        if (filter.workerClass() != null) {
            all.add("s.worker_class = :class");
            values.put("class", filter.workerClass());
        }
        if (filter.standing() != null) {
            all.add(filter.standing().sql());
        }
        if (filter.doubt() != null) {
            require(reach, filter.doubt());
            all.add("s.id in (select a.stay_id from membership.doubt d join organisation.unit u on u.id = d.unit_id"
                    + " join membership.doubt_stay a on a.doubt_id = d.id where d.public_id = :doubt and "
                    + DoubtSight.SEEN
                    + ")");
            values.put("doubt", filter.doubt());
            values.put("reach", reach.asArray());
        }
        if (filter.q() != null) {
            all.add("s.person_id = any (:persons)");
            values.put("persons", sought(filter.q()).toArray(Long[]::new));
        }
        return new Where(String.join(" and ", all), values);
    }

    private List<Long> sought(String q) {
        var found = new ArrayList<Long>();
        for (var field : NUMBERS) found.addAll(identities.holders(field, q));
        var digits = q.replaceAll("\\s", "");
        if (digits.matches("[0-9]{16}"))
            found.addAll(db.sql("select person_id from membership.card where number = :number"
                            + " union select person_id from membership.card_gone where number = :number")
                    .param("number", digits)
                    .query(Long.class)
                    .list());
        if (found.isEmpty() && !q.matches("[0-9 ]+")) found.addAll(names.find(q).persons());
        return found;
    }
}
