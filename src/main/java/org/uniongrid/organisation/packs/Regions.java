package org.uniongrid.organisation.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.RulePacks;

/** Regions that rule packs may be for. A region belongs to the highest federation seated there, or else to the one above. */
@Component
class Regions {

    /** The federation that a division belongs to: of several seated in one, that which stands highest. */
    private static final String OWNER = """
            cross join lateral (
                select u.id, u.scope from organisation.unit u
                where u.category = 'FEDERATION' and u.scope is not null and u.division = d.code
                order by length(u.scope), u.id limit 1) owner
            """;

    private static final int COUNTY = 6;

    private final JdbcClient db;
    private final RulePacks packs;

    Regions(JdbcClient db, RulePacks packs) {
        this.db = db;
        this.packs = packs;
    }

    /** A region and what people call it; the country has an empty code and no name. */
    record Region(String code, String name) {}

    /** Where the chosen post stands; the whole country for a post of the whole cell. */
    String ofReader(Actor actor) {
        var chosen = actor.chosen();
        if (chosen == null || chosen.unitId() == null) return "";
        return db.sql("select id from organisation.unit where public_id = ?")
                .param(chosen.unitId())
                .query(Long.class)
                .optional()
                .flatMap(packs::divisionOf)
                .orElse("");
    }

    /**
     * Whether whoever has this reach answers for a region: the federation seated there is within it, or one above that is
     * seen with all below.
     */
    boolean isWithin(String region, Reach reach) {
        if (reach instanceof Reach.Cell) return true;
        var seats = db.sql("select d.code, owner.scope from unnest(:codes) as d(code) " + OWNER)
                .param("codes", chain(region).toArray(String[]::new))
                .query((row, number) -> new Seat(row.getString("code"), new Scope(row.getString("scope"))))
                .list();
        return seats.stream()
                .anyMatch(
                        seat -> seat.code().equals(region) ? reach.sees(seat.scope()) : reach.seesBelow(seat.scope()));
    }

    private record Seat(String code, Scope scope) {}

    /** Those to choose from: of the whole cell down to counties, else the highest within reach and what lies directly below. */
    List<Region> choices(Reach reach) {
        if (reach instanceof Reach.Cell)
            return db.sql("select code, name from organisation.division where length(code) <= ? order by code")
                    .param(COUNTY)
                    .query(Region.class)
                    .list();
        return db.sql("""
                        with tops as (
                            select distinct d.code from organisation.division d
                        """ + OWNER + """
                            where owner.id in (select id from organisation.unit where scope = any (:tops)))
                        select code, name from organisation.division
                        where code in (select code from tops) or parent in (select code from tops) order by code
                        """)
                .param("tops", tops(reach))
                .query(Region.class)
                .list();
    }

    /** The names of these codes, in their order; the whole country is left out. */
    @Unscoped("what divisions are called is no secret")
    List<Region> named(List<String> codes) {
        return db.sql("""
                        select c.code, coalesce(d.name, '') as name from unnest(:codes) with ordinality as c(code, nr)
                        left join organisation.division d on d.code = c.code where c.code <> '' order by c.nr
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(Region.class)
                .list();
    }

    /** A region and those it lies in, nearest first. */
    static List<String> chain(String region) {
        var codes = new ArrayList<String>();
        Optional.of(region).flatMap(DivisionCode::of).ifPresent(code -> {
            codes.add(code.code());
            codes.addAll(code.above());
        });
        return codes;
    }

    private static String[] tops(Reach reach) {
        var tops = reach instanceof Reach.Units units ? units.tops().stream() : Stream.<Scope>of();
        return tops.map(scope -> scope.path()).toArray(String[]::new);
    }
}
