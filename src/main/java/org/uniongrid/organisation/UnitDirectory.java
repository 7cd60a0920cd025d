package org.uniongrid.organisation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Finds units for other modules. */
@Component
public class UnitDirectory {

    private final JdbcClient db;

    UnitDirectory(JdbcClient db) {
        this.db = db;
    }

    /** The unit of this full name; empty where there is none within reach, or more than one. */
    public Optional<UUID> named(String name, Reach reach) {
        var found = db.sql("""
                        select public_id from organisation.unit
                        where name = :name and id in (select unit_id from organisation.within(:reach)) limit 2
                        """)
                .param("name", name)
                .param("reach", reach.asArray())
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
