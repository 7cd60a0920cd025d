package org.uniongrid.organisation.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.api.UnitItem.UnitState;

/** Unions as programs read them, in the order of the tree. */
@Component
class UnitFeed {

    /** The union above is told where it is within reach too. */
    private static final String ITEM = """
            select u.id as row_id, u.scope as path, u.public_id as id, u.name, u.code, u.category, u.tier, u.state,
                   (select a.public_id from organisation.place l join organisation.unit a on a.id = l.parent_id
                    where l.unit_id = u.id and l.line_id = 1 and l.path is not null
                      and organisation.sees(:reach, a.scope)) as parent_id,
                   u.register_type, u.register_form, u.uscc, u.division, u.address, u.industry, u.ownership,
                   u.founded_on, u.founding_way, u.reply_number, u.term_from, u.term_to,
                   u.staff, u.women, u.members, u.women_members, u.changed_at
            from\s""";

    private final JdbcClient db;
    private final Recent recent;

    UnitFeed(JdbcClient db, Recent recent) {
        this.db = db;
        this.recent = recent;
    }

    /** What the list is narrowed to. */
    record Filter(
            @Nullable Scope under,
            @Nullable Category category,
            @Nullable UnitState state,
            @Nullable OffsetDateTime changedSince) {}

    List<UnitItem> rows(Reach reach, Filter filter, Position after, int limit) {
        var seen = Seen.of(reach, filter.under());
        var source = recent.of("organisation.unit", "u", filter.changedSince());
        var where = new StringBuilder(seen.condition("u")).append(" and (u.scope, u.id) > (:path, :id)");
        var values = seen.values();
        if (filter.category() != null) {
            where.append(" and u.category = :category");
            values.put("category", filter.category().name());
        }
        if (filter.state() != null) {
            where.append(" and u.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.changedSince() != null) {
            where.append(" and u.changed_at >= :since");
            values.put("since", filter.changedSince());
        }
        return db.sql(source.with() + ITEM + source.table() + " where " + where
                        + " order by u.scope, u.id limit :limit")
                .params(values)
                .param("reach", reach.asArray())
                .param("path", after.path())
                .param("id", after.id())
                .param("limit", limit)
                .query(UnitItem.class)
                .list();
    }

    UnitItem one(UUID id, Reach reach) {
        return db.sql(ITEM + "organisation.unit u where u.public_id = :id and organisation.sees(:reach, u.scope)")
                .param("id", id)
                .param("reach", reach.asArray())
                .query(UnitItem.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("unit"));
    }

    /** Those right below, where the unit is seen with all below it; in the order in which they came to be. */
    List<UnitItem> children(Found unit, Reach reach, Position after, int limit) {
        if (!reach.seesBelow(unit.scope())) return List.of();
        return db.sql(ITEM + """
                        organisation.place c join organisation.unit u on u.id = c.unit_id
                        where c.parent_id = :unit and c.line_id = 1 and c.path is not null and c.unit_id > :id
                        order by c.unit_id limit :limit
                        """)
                .param("unit", unit.id())
                .param("reach", reach.asArray())
                .param("id", after.id())
                .param("limit", limit)
                .query(UnitItem.class)
                .list();
    }
}
