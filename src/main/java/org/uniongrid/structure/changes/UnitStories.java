package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.Category;

/** Units over time, and those that were dissolved. */
@Component
class UnitStories {

    static final int SIZE = 50;
    private static final Keyset ORDER = Keyset.descending("organisation.unit", "u", "id");

    private final JdbcClient db;

    UnitStories(JdbcClient db) {
        this.db = db;
    }

    private record Head(
            long id,
            UUID publicId,
            String name,
            Category category,
            String state,
            boolean standing,
            @Nullable UUID rest,
            @Nullable String restName,
            @Nullable String above) {}

    /** A dissolved union in the list of those. */
    public record Gone(
            UUID publicId,
            String name,
            Category category,
            LocalDate day,
            @Nullable String reason,
            String restName) {}

    /** One that stands within reach, or was dissolved and rests there. */
    UnitStory find(UUID id, Reach reach) {
        var head = db.sql("""
                        select u.id, u.public_id, u.name, u.category, u.state, u.scope is not null as standing,
                               r.public_id as rest, r.name as rest_name, a.name as above
                        from organisation.unit u
                        left join organisation.unit r on r.id = u.rest_id and u.scope is null
                        left join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null
                        left join organisation.unit a on a.id = p.parent_id
                        where u.public_id = :id and case when u.scope is null
                            then organisation.sees(:below, organisation.rest_scope(u.id))
                            else organisation.sees(:reach, u.scope) end
                        """)
                .param("id", id)
                .param("reach", reach.asArray())
                .param("below", Changes.below(reach))
                .query(Head.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
        return new UnitStory(
                head.id(),
                head.publicId(),
                head.name(),
                head.category(),
                head.state(),
                head.standing(),
                head.rest(),
                head.restName(),
                head.above(),
                names(head),
                places(head, reach),
                states(head));
    }

    private List<UnitStory.Spell> names(Head unit) {
        return db.sql("""
                        select name as text, null::uuid as unit, lower(during) as since, upper(during) as until
                        from organisation.unit_name where unit_id = ? order by during desc
                        """).param(unit.id()).query(UnitStory.Spell.class).list();
    }

    private List<UnitStory.Spell> places(Head unit, Reach reach) {
        return db.sql("""
                        select coalesce(n.name, a.name, '') as text,
                               case when organisation.sees(:reach, a.scope) then a.public_id end as unit,
                               lower(p.during) as since, upper(p.during) as until
                        from organisation.place p left join organisation.unit a on a.id = p.parent_id
                        left join organisation.unit_name n on n.unit_id = a.id and n.during @> lower(p.during)
                        where p.unit_id = :unit and p.line_id = 1 order by p.during desc
                        """)
                .param("unit", unit.id())
                .param("reach", reach.asArray())
                .query(UnitStory.Spell.class)
                .list();
    }

    private List<UnitStory.Spell> states(Head unit) {
        return db.sql("""
                        select state as text, null::uuid as unit, lower(during) as since, upper(during) as until
                        from organisation.unit_state where unit_id = ? order by during desc
                        """).param(unit.id()).query(UnitStory.Spell.class).list();
    }

    /** Dissolved ones whose name has these words, the latest to enter the register first. */
    Page<Gone> gone(String words, Reach reach, Cursor cursor) {
        return ORDER.page(
                cursor,
                SIZE,
                Gone::publicId,
                tail -> db.sql("""
                        select u.public_id, u.name, u.category, lower(s.during) as day, s.reason, r.name as rest_name
                        from organisation.unit u
                        join organisation.unit r on r.id = u.rest_id
                        join organisation.unit_state s on s.unit_id = u.id and s.state = 'DISSOLVED'
                        where u.scope is null and u.rest_id is not null
                          and organisation.sees(:below, organisation.rest_scope(u.id))
                          and strpos(lower(u.name), lower(:words)) > 0
                        """ + tail.sql())
                        .param("words", words)
                        .param("below", Changes.below(reach))
                        .param("row", tail.row())
                        .param("limit", tail.limit())
                        .query(Gone.class)
                        .list());
    }
}
