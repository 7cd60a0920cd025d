package org.uniongrid.organisation.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory;

/** Units of the affiliation line, found within somebody's reach. */
@Component
class Units {

    private static final String UNIT =
            "select u.id, u.public_id, u.name, u.category, u.scope from organisation.unit u ";

    private final JdbcClient db;
    private final UnitDirectory directory;

    Units(JdbcClient db, UnitDirectory directory) {
        this.db = db;
        this.directory = directory;
    }

    Unit find(UUID id, Reach reach) {
        return db.sql(UNIT + "where u.public_id = :id and u.id in (select unit_id from organisation.within(:reach))")
                .param("id", id)
                .param("reach", reach.asArray())
                .query((row, number) -> unit(row, reach))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    /** Where a reach begins: the units of the posts, or the roots of the whole cell. */
    List<Unit> tops(Reach reach) {
        var where = switch (reach) {
            case Reach.Cell _ ->
                "join organisation.place p on p.unit_id = u.id and p.line_id = 1 and p.path is not null and p.parent_id is null";
            case Reach.Units _ -> "where u.scope = any (:tops)";
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> "where false";
        };
        var tops = reach instanceof Reach.Units units ? units.tops() : List.<Scope>of();
        return db.sql(UNIT + where + " order by u.scope")
                .param("tops", tops.stream().map(Scope::path).toArray(String[]::new))
                .query((row, number) -> unit(row, reach))
                .list();
    }

    /** From the top of the reach down to a unit's parent. */
    List<Unit> above(Unit unit, Reach reach) {
        var found = new UnitDirectory.Found(unit.id(), unit.publicId(), unit.name(), unit.category(), unit.scope());
        return directory.above(found, reach).stream()
                .map(each -> new Unit(
                        each.id(),
                        each.publicId(),
                        each.name(),
                        each.category(),
                        each.scope(),
                        reach.under(each.scope())))
                .toList();
    }

    /** The one asked for, or else the first the reach begins with; empty where there are no units yet. */
    Optional<Unit> chosen(Optional<UUID> asked, Reach reach) {
        return asked.isPresent()
                ? Optional.of(find(asked.get(), reach))
                : tops(reach).stream().findFirst();
    }

    private static Unit unit(ResultSet row, Reach reach) throws SQLException {
        var scope = new Scope(row.getString("scope"));
        return new Unit(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                Category.valueOf(row.getString("category")),
                scope,
                reach.under(scope));
    }
}
