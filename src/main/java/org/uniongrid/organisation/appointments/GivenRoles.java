package org.uniongrid.organisation.appointments;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;

/** The roles that an actor may give a post. */
@Component
class GivenRoles {

    private final JdbcClient db;

    GivenRoles(JdbcClient db) {
        this.db = db;
    }

    /** For a post in this unit, or of the whole cell where there is none. */
    List<PostRole> by(Actor actor, @Nullable PostUnit unit) {
        return db
                .sql("""
                        select id, public_id, key, name, reach, permissions from organisation.role
                        where retired_on is null and cell_wide = ? order by name is not null, id
                        """)
                .param(unit == null)
                .query((row, number) -> new PostRole(
                        row.getLong("id"),
                        row.getObject("public_id", UUID.class),
                        new RoleName(row.getString("key"), row.getString("name")),
                        Extent.valueOf(row.getString("reach")),
                        Set.of((String[]) row.getArray("permissions").getArray())))
                .list()
                .stream()
                .filter(role -> Gift.may(actor, role, unit))
                .toList();
    }
}
