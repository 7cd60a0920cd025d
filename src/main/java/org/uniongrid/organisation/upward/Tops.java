package org.uniongrid.organisation.upward;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;

/** Where a reader begins: with the first union of their reach. */
@Component
class Tops {

    private final JdbcClient db;
    private final UnitDirectory units;

    Tops(JdbcClient db, UnitDirectory units) {
        this.db = db;
        this.units = units;
    }

    /** Empty where there are no unions yet. */
    Optional<Found> first(Reach reach) {
        var where = switch (reach) {
            case Reach.Cell _ ->
                "join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null and p.parent_id is null";
            case Reach.Units _ -> "where u.scope = any (:tops)";
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> "where false";
        };
        var scopes = reach instanceof Reach.Units some
                ? some.tops().stream().map(Scope::path).toArray(String[]::new)
                : new String[0];
        return db.sql("select u.public_id from organisation.unit u " + where + " order by u.scope limit 1")
                .param("tops", scopes)
                .query(UUID.class)
                .optional()
                .map(id -> units.find(id, reach));
    }
}
