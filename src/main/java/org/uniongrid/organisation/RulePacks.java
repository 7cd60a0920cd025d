package org.uniongrid.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which values hold in a place on a day: those of the nearest region, or else of the whole country. */
@Component
public class RulePacks {

    private static final String PACK = """
            select public_id, subject, region, lower(during) as since, upper(during) as until, article, example, unsure,
                   running, content
            from organisation.rule_pack
            """;

    private final JdbcClient db;
    private final PackSubjects subjects;
    private final JsonMapper json;

    RulePacks(JdbcClient db, PackSubjects subjects, JsonMapper json) {
        this.db = db;
        this.subjects = subjects;
        this.json = json;
    }

    /**
     * The pack in force on this day for a division: its own, or that of the nearest one above it, or the country's.
     *
     * @param division code of the division, with or without the zeros below its seat; null for the whole country
     */
    @Unscoped("what the law and local papers set is no secret")
    public Optional<RulePack> find(String subject, @Nullable String division, LocalDate on) {
        var definition = subjects.known(subject);
        return db.sql(PACK + """
                        where subject = :subject and region = any (:regions) and during @> :on and set_aside_at is null
                        order by length(region) desc limit 1
                        """)
                .param("subject", subject)
                .param("regions", regions(division).toArray(String[]::new))
                .param("on", on)
                .query((row, number) -> pack(row, definition))
                .optional();
    }

    /** The packs in force on this day for a division, of all subjects that have one, by subject. */
    @Unscoped("what the law and local papers set is no secret")
    public Map<String, RulePack> all(@Nullable String division, LocalDate on) {
        var found = new HashMap<String, RulePack>();
        db.sql(PACK + """
                        where subject = any (:subjects) and region = any (:regions) and during @> :on and set_aside_at is null
                        order by length(region)
                        """)
                .param("subjects", subjects.all().stream().map(PackSubject::key).toArray(String[]::new))
                .param("regions", regions(division).toArray(String[]::new))
                .param("on", on)
                .query((row, number) -> pack(row, subjects.known(row.getString("subject"))))
                .list()
                .forEach(pack -> found.put(pack.subject(), pack));
        return found;
    }

    /** The pack that holds for a unit: by the division of the unit, or of the nearest one above it that has one. */
    @Unscoped("what the law and local papers set is no secret")
    public Optional<RulePack> findFor(String subject, long unitId, LocalDate on) {
        return find(subject, divisionOf(unitId).orElse(null), on);
    }

    /** The version with this id, in force or not, for a matter that keeps what it began with. */
    @Unscoped("what the law and local papers set is no secret")
    public Optional<RulePack> version(UUID id) {
        return db.sql(PACK + "where public_id = :id")
                .param("id", id)
                .query((row, number) -> pack(row, subjects.known(row.getString("subject"))))
                .optional();
    }

    /** Where a unit lies: its own division, or that of the nearest unit above it that has one. */
    @Unscoped("where the nearest federation has its seat is no secret")
    public Optional<String> divisionOf(long unitId) {
        return db.sql("""
                        select a.division from organisation.unit u, organisation.unit a
                        where u.id = :id and a.division is not null and a.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from u.scope), '/')) x)
                        order by length(a.scope) desc limit 1
                        """).param("id", unitId).query(String.class).optional();
    }

    /** Where units lie, as {@link #divisionOf} says it; those that lie nowhere are left out. */
    @Unscoped("where the nearest federation has its seat is no secret")
    public Map<Long, String> divisionsOf(Collection<Long> units) {
        var found = new HashMap<Long, String>();
        db.sql("""
                        select distinct on (u.id) u.id, a.division from organisation.unit u, organisation.unit a
                        where u.id = any (:ids) and a.division is not null and a.id in (
                            select ('x' || lpad(x, 16, '0'))::bit(64)::bigint
                            from unnest(string_to_array(trim('/' from u.scope), '/')) x)
                        order by u.id, length(a.scope) desc
                        """).param("ids", units.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("id"), row.getString("division"));
        });
        return found;
    }

    /** The nearest first; the country's, which is the empty text, last. */
    static List<String> regions(@Nullable String division) {
        var regions = new ArrayList<String>();
        if (division != null)
            DivisionCode.of(division).ifPresent(code -> {
                regions.add(code.code());
                regions.addAll(code.above());
            });
        regions.add("");
        return regions;
    }

    private RulePack pack(ResultSet row, PackSubject subject) throws SQLException {
        var raw = json.readValue(row.getString("content"), new TypeReference<HashMap<String, Object>>() {});
        return new RulePack(
                row.getObject("public_id", UUID.class),
                row.getString("subject"),
                row.getString("region"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("article"),
                row.getBoolean("example"),
                row.getBoolean("unsure"),
                RulePack.Running.valueOf(row.getString("running")),
                subject.stored(raw));
    }
}
