package org.uniongrid.organisation.committees;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Committees of unions and who sits in them, found within somebody's reach. */
@Component
class Committees {

    private static final String COMMITTEE = """
            select c.id, c.public_id, c.unit_id, u.public_id as unit, u.name as unit_name, c.kind, lower(c.during) as since,
                   upper(c.during) - 1 as until, c.seats, c.ended_for,
                   not exists (select from organisation.committee n where n.unit_id = c.unit_id and n.kind = c.kind
                               and lower(n.during) > lower(c.during)) as latest,
                   c.special_contract, c.mothers_rooms, c.next_health_check, u.members
            from organisation.committee c join organisation.unit u on u.id = c.unit_id
            """;
    private static final String WITHIN = " and u.id in (select unit_id from organisation.within(:reach)) ";
    private static final String MEMBER = """
            select m.id, m.public_id, m.committee_id, m.person_id, p.name, m.duty, lower(m.during) as since,
                   upper(m.during) as until
            from organisation.committee_member m join people.person p on p.id = m.person_id
            """;
    private static final String ORDER =
            " order by case m.duty when 'CHAIR' then 1 when 'DEPUTY' then 2 else 3 end, m.during, m.id";

    private final JdbcClient db;

    Committees(JdbcClient db) {
        this.db = db;
    }

    CommitteeUnit unit(UUID id, Reach reach) {
        return db.sql("select u.id, u.public_id, u.name, u.members from organisation.unit u where u.public_id = :id"
                        + WITHIN)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(CommitteeUnit.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No unit " + id));
    }

    Committee find(UUID id, Reach reach) {
        return read(COMMITTEE + "where c.public_id = :id" + WITHIN, id, reach);
    }

    /** Nobody else changes it or who sits in it before this transaction ends. */
    Committee lock(UUID id, Reach reach) {
        return read(COMMITTEE + "where c.public_id = :id" + WITHIN + "for update of c", id, reach);
    }

    private Committee read(String sql, UUID id, Reach reach) {
        return db.sql(sql)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Committee.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No committee " + id));
    }

    /** All that a union has or had, kind by kind, the latest first. */
    List<Committee> of(UUID unit, Reach reach) {
        return db.sql(
                        COMMITTEE + "where u.public_id = :unit" + WITHIN
                                + "order by array_position(array['UNION', 'AUDIT', 'WOMEN', 'LABOUR_LAW'], c.kind), c.during desc")
                .param("unit", unit)
                .param("reach", reach.asArray())
                .query(Committee.class)
                .list();
    }

    /** Everybody who sits or sat in it: chair, deputies, members. */
    List<Member> members(Committee committee) {
        return db.sql(MEMBER + "where m.committee_id = ?" + ORDER)
                .param(committee.id())
                .query(Member.class)
                .list();
    }

    /** The same of all committees of a union. */
    List<Member> membersOf(UUID unit, Reach reach) {
        return db.sql(MEMBER + """
                        join organisation.committee c on c.id = m.committee_id
                        join organisation.unit u on u.id = c.unit_id
                        where u.public_id = :unit
                        """ + WITHIN + ORDER)
                .param("unit", unit)
                .param("reach", reach.asArray())
                .query(Member.class)
                .list();
    }

    Member member(UUID id, Reach reach) {
        return db.sql(MEMBER + """
                        join organisation.committee c on c.id = m.committee_id
                        join organisation.unit u on u.id = c.unit_id
                        where m.public_id = :id
                        """ + WITHIN)
                .param("id", id)
                .param("reach", reach.asArray())
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No member " + id));
    }

    Committee of(Member member, Reach reach) {
        return db.sql(COMMITTEE + "where c.id = :id" + WITHIN)
                .param("id", member.committeeId())
                .param("reach", reach.asArray())
                .query(Committee.class)
                .single();
    }
}
