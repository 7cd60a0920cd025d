package org.uniongrid.organisation.roles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.RoleName;

/** All roles of the cell, for whoever looks after the whole of it. */
@Component
class Roles {

    /** Holders are counted along an index: order and limit, whose size the planner is not to know, see to that. */
    private static final String ROLE = """
            select r.id, r.public_id, r.key, r.name, r.reach, r.fixed, r.retired_on, r.permissions,
                   (select count(*) from (
                        select from organisation.tenure t
                        where t.role_id = r.id and lower(t.during) <= :today and (upper_inf(t.during) or upper(t.during) > :today)
                        order by t.scope, t.id limit (select :counted + 1)) held) as holders
            from organisation.role r
            """;

    private final JdbcClient db;
    private final Clock clock;

    Roles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The platform's own first, then the others as they were made; the retired last. */
    List<Role> all(Reach reach) {
        return read(reach, ROLE + "order by r.retired_on is not null, r.name is not null, r.id", new UUID(0, 0));
    }

    Role find(UUID id, Reach reach) {
        return read(reach, ROLE + "where r.public_id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No role " + id));
    }

    /** A pair of which nobody holds both. */
    record Exclusion(Role other, boolean fixed) {}

    List<Exclusion> excludedBy(Role role, Reach reach) {
        return db.sql("""
                        select o.public_id, x.fixed from organisation.role_exclusion x
                        join organisation.role o on o.id in (x.one_id, x.other_id) and o.id <> :id
                        where :id in (x.one_id, x.other_id) order by o.id
                        """)
                .param("id", role.id())
                .query((row, number) ->
                        new Exclusion(find(row.getObject("public_id", UUID.class), reach), row.getBoolean("fixed")))
                .list();
    }

    /** Every permission there is, in the order of their keys. */
    @Unscoped("what can be permitted is no secret")
    List<Granted> permissions() {
        return db.sql("select key, duty from organisation.permission order by key")
                .query(Granted.class)
                .list();
    }

    private List<Role> read(Reach reach, String sql, UUID id) {
        if (!(reach instanceof Reach.Cell)) return List.of();
        return db.sql(sql)
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .param("counted", Role.COUNTED)
                .query(Roles::role)
                .list();
    }

    private static Role role(ResultSet row, int number) throws SQLException {
        return new Role(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                new RoleName(row.getString("key"), row.getString("name")),
                Extent.valueOf(row.getString("reach")),
                row.getBoolean("fixed"),
                row.getObject("retired_on", LocalDate.class),
                new TreeSet<>(List.of((String[]) row.getArray("permissions").getArray())),
                row.getLong("holders"));
    }
}
