package org.uniongrid.organisation.api;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** One union with its names and places over time. What is told of others is told within reach only. */
@Component
class UnitDetails {

    private final JdbcClient db;
    private final UnitFeed units;

    UnitDetails(JdbcClient db, UnitFeed units) {
        this.db = db;
        this.units = units;
    }

    UnitDetail of(UUID id, Reach reach) {
        var unit = units.one(id, reach);
        return new UnitDetail(unit, facts(unit), names(unit), places(unit, reach));
    }

    private UnitDetail.Facts facts(UnitItem unit) {
        return db.sql("""
                        select prepared_on, full_time_cadres, part_time_cadres, migrants, hardship, has_seal,
                               legal_person_until, has_congress, opens_affairs, has_contract, in_mutual_aid,
                               member_cards, home_star
                        from organisation.unit where id = ?
                        """).param(unit.rowId()).query(UnitDetail.Facts.class).single();
    }

    private List<UnitDetail.Name> names(UnitItem unit) {
        return db.sql("""
                        select name, lower(during) as since, upper(during) as until
                        from organisation.unit_name where unit_id = ? order by during desc
                        """).param(unit.rowId()).query(UnitDetail.Name.class).list();
    }

    private List<UnitDetail.Place> places(UnitItem unit, Reach reach) {
        return db.sql("""
                        select l.kind as line, l.name as line_name,
                               case when organisation.sees(:reach, a.scope) then a.public_id end as parent_id,
                               lower(p.during) as since, upper(p.during) as until
                        from organisation.place p
                        join organisation.line l on l.id = p.line_id
                        left join organisation.unit a on a.id = p.parent_id
                        where p.unit_id = :unit order by p.line_id, p.during desc
                        """)
                .param("unit", unit.rowId())
                .param("reach", reach.asArray())
                .query(UnitDetail.Place.class)
                .list();
    }
}
