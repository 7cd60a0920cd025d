package org.uniongrid.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;

/** What is known of persons besides names and numbers. */
@Repository
@Unscoped("of a person that was found within reach before")
public class Profiles {

    private final JdbcClient db;
    private final Clock clock;

    Profiles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Profile of(long personId) {
        return db.sql("select * from people.profile where person_id = ?")
                .param(personId)
                .query((row, number) -> profile(row))
                .optional()
                .orElse(Profile.UNKNOWN);
    }

    /** Of many; those of whom nothing is known are left out. */
    public Map<Long, Profile> of(Collection<Long> persons) {
        var found = new HashMap<Long, Profile>();
        db.sql("select * from people.profile where person_id = any(:persons)")
                .param("persons", persons.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("person_id"), profile(row));
                });
        return found;
    }

    public void keep(long personId, Profile profile) {
        keepAll(Map.of(personId, profile));
    }

    /** Fills in what nobody said before, and what says otherwise now; what is unknown now stays as it was. */
    public void keepAll(Map<Long, Profile> profiles) {
        var ids = List.copyOf(profiles.keySet());
        var all =
                ids.stream().map(id -> Objects.requireNonNull(profiles.get(id))).toList();
        db.sql("""
                        insert into people.profile as p (person_id, sex, birth_year, document_kind, schooling, skill, household, worker_class,
                            employment, changed_at)
                        select v.*, :now from unnest(:ids::bigint[], :sexes::text[], :years::int[], :documents::text[], :schoolings::text[],
                            :skills::text[], :households::text[], :classes::text[], :employments::text[]) v
                        on conflict (person_id) do update set
                            sex = coalesce(excluded.sex, p.sex), birth_year = coalesce(excluded.birth_year, p.birth_year),
                            document_kind = coalesce(excluded.document_kind, p.document_kind),
                            schooling = coalesce(excluded.schooling, p.schooling), skill = coalesce(excluded.skill, p.skill),
                            household = coalesce(excluded.household, p.household),
                            worker_class = coalesce(excluded.worker_class, p.worker_class),
                            employment = coalesce(excluded.employment, p.employment), changed_at = excluded.changed_at
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("sexes", texts(all, Profile::sex))
                .param("years", all.stream().map(Profile::birthYear).toArray(Integer[]::new))
                .param("documents", texts(all, Profile::document))
                .param("schoolings", texts(all, Profile::schooling))
                .param("skills", texts(all, Profile::skill))
                .param("households", texts(all, Profile::household))
                .param("classes", texts(all, Profile::workerClass))
                .param("employments", texts(all, Profile::employment))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static @Nullable String[] texts(Collection<Profile> all, Function<Profile, @Nullable Object> part) {
        return all.stream()
                .map(part)
                .map(value -> value instanceof Enum<?> word ? word.name() : (String) value)
                .toArray(String[]::new);
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                word(Sex.class, row, "sex"),
                row.getObject("birth_year", Integer.class),
                word(DocumentKind.class, row, "document_kind"),
                word(Schooling.class, row, "schooling"),
                word(SkillLevel.class, row, "skill"),
                word(Household.class, row, "household"),
                row.getString("worker_class"),
                word(Employment.class, row, "employment"));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> kind, ResultSet row, String column)
            throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(kind, name);
    }
}
