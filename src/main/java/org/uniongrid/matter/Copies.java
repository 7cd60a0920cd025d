package org.uniongrid.matter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Which units got a copy by which entry of a timeline. */
@Repository
public class Copies {

    private final JdbcClient db;

    Copies(JdbcClient db) {
        this.db = db;
    }

    /** @param unit its name; null where it is out of the reader's sight */
    public record Copy(long entryId, @Nullable String unit) {}

    /** By the entry. In sight is what is within reach, the unit of the reader's post, and what stands above that. */
    public Map<Long, List<Copy>> of(Matter matter, Actor actor) {
        var post = actor.chosen();
        var scope = post == null || post.scope() == null ? "" : post.scope().path();
        return db
                .sql("""
                        select c.entry_id, case when organisation.sees(:reach, u.scope) or starts_with(:scope, u.scope) then u.name end as unit
                        from matter.entry e join matter.entry_copy c on c.entry_id = e.id join organisation.unit u on u.id = c.unit_id
                        where e.matter_id = :matter and :inside order by c.entry_id, c.unit_id
                        """)
                .param("reach", Matters.reach(actor).asArray())
                .param("scope", scope)
                .param("matter", matter.id())
                .param("inside", matter.inside())
                .query(Copy.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Copy::entryId));
    }

    @Unscoped("writes what its sender has chosen")
    void add(long entry, List<Long> units) {
        db.sql("insert into matter.entry_copy (entry_id, unit_id) select :entry, unnest(:units) on conflict do nothing")
                .param("entry", entry)
                .param("units", units.toArray(Long[]::new))
                .update();
    }
}
