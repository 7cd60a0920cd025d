package org.uniongrid.membership.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.MemberState;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** What is known already of the people on a roll, a batch at a time. */
@Component
class KnownMembers {

    private final JdbcClient db;
    private final Identities identities;
    private final Profiles profiles;

    KnownMembers(JdbcClient db, Identities identities, Profiles profiles) {
        this.db = db;
        this.identities = identities;
        this.profiles = profiles;
    }

    /**
     * Where somebody is a member.
     *
     * @param inSight whether the union is within reach
     */
    record Member(
            long stay,
            long unitId,
            String unitName,
            boolean inSight,
            @Nullable Long employerId,
            @Nullable String employer,
            @Nullable String workerClass,
            MemberState state,
            LocalDate since) {}

    /**
     * Somebody.
     *
     * @param has fields of which the vault keeps a value of theirs
     * @param leftOn the first day on which they were no longer in a union, the latest; null where they never left one
     * @param applies whether an application of theirs waits
     */
    record Known(
            long id,
            String name,
            @Nullable Member member,
            @Nullable LocalDate leftOn,
            boolean applies,
            Profile profile,
            Set<IdentityField> has) {}

    /** The people of a batch, by numbers. */
    record Found(Map<IdentityField, Map<String, List<Long>>> holders, Map<Long, Known> persons) {

        /** Whoever has this value; nobody where it is null. */
        List<Known> with(IdentityField field, @Nullable String value) {
            if (value == null) return List.of();
            return holders.getOrDefault(field, Map.of()).getOrDefault(value, List.of()).stream()
                    .map(persons::get)
                    .filter(Objects::nonNull)
                    .toList();
        }

        boolean has(Known one, IdentityField field, String value) {
            return holders.getOrDefault(field, Map.of())
                    .getOrDefault(value, List.of())
                    .contains(one.id());
        }
    }

    @Unscoped("answers for numbers that the caller has already; of who is out of reach no more is told than that")
    Found of(Collection<RollEntry> entries, Reach reach) {
        var holders = new EnumMap<IdentityField, Map<String, List<Long>>>(IdentityField.class);
        for (var field : List.of(IdentityField.ID_NUMBER, IdentityField.DOCUMENT))
            ask(holders, field, entries, entry -> entry.document().field() == field ? entry.number() : null);
        ask(holders, IdentityField.PHONE, entries, RollEntry::phone);
        ask(holders, IdentityField.BANK_ACCOUNT, entries, RollEntry::account);
        var ids = new TreeSet<Long>();
        holders.values().forEach(of -> of.values().forEach(ids::addAll));
        return new Found(holders, ids.isEmpty() ? Map.of() : persons(ids, reach));
    }

    private void ask(
            Map<IdentityField, Map<String, List<Long>>> holders,
            IdentityField field,
            Collection<RollEntry> entries,
            Function<RollEntry, @Nullable String> value) {
        var values = entries.stream()
                .map(value)
                .flatMap(one -> one == null ? Stream.<String>empty() : Stream.of(one))
                .distinct()
                .toList();
        if (!values.isEmpty()) holders.put(field, identities.holders(field, values));
    }

    private Map<Long, Known> persons(Collection<Long> ids, Reach reach) {
        var profile = profiles.of(ids);
        var has = identities.fields(ids);
        var found = new HashMap<Long, Known>();
        db.sql("""
                        select p.id, p.name, s.id as stay, s.unit_id, u.name as unit_name, organisation.sees(:reach, s.scope) as in_sight,
                            s.employer_id, e.name as employer, s.worker_class, s.state, s.since,
                            (select max(o.until) from membership.stay o where o.person_id = p.id) as left_on,
                            exists (select from membership.application a where a.person_id = p.id and a.ended_at is null) as applies
                        from people.person p left join membership.stay s on s.person_id = p.id and s.until is null
                        left join organisation.unit u on u.id = s.unit_id left join organisation.employer e on e.id = s.employer_id
                        where p.id = any (:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("reach", reach.asArray())
                .query(row -> {
                    var id = row.getLong("id");
                    found.put(
                            id,
                            new Known(
                                    id,
                                    row.getString("name"),
                                    member(row),
                                    row.getObject("left_on", LocalDate.class),
                                    row.getBoolean("applies"),
                                    profile.getOrDefault(id, Profile.UNKNOWN),
                                    has.getOrDefault(id, Set.of())));
                });
        return found;
    }

    private static @Nullable Member member(ResultSet row) throws SQLException {
        if (row.getObject("stay") == null) return null;
        return new Member(
                row.getLong("stay"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getBoolean("in_sight"),
                row.getObject("employer_id", Long.class),
                row.getString("employer"),
                row.getString("worker_class"),
                MemberState.valueOf(row.getString("state")),
                row.getObject("since", LocalDate.class));
    }
}
