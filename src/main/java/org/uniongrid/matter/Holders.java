package org.uniongrid.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;

/** The people who have steps in their hands today, or would. */
@Component
@Unscoped("asked for who is to be told, and whether there is anybody")
class Holders {

    private final JdbcClient db;
    private final Clock clock;

    Holders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Who may handle matters in a unit today.
     *
     * @param role key of the role that they hold there; null for any
     */
    List<Long> people(long unit, @Nullable String role) {
        return db.sql("""
                        select distinct h.person_id from matter.handlers(:today) h
                        where h.unit_id = :unit and (:role::text is null or h.role_id = (
                            select r.id from organisation.role r where r.key = :role))
                        """)
                .param("unit", unit)
                .param("role", role)
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    /** What comes to a unit without anybody who may handle it would be in nobody's hands. */
    void requireSomebody(MatterBook.Unit unit, @Nullable String role) {
        if (people(unit.id(), role).isEmpty()) throw new RuleBroken(MatterRule.UNIT_HAS_SOMEBODY, unit.name());
    }

    /** Whoever has a step, or has it for the post that it waits at. */
    List<Long> of(Task task) {
        if (task.person() != null) return List.of(task.person());
        if (task.isPooled()) return people(task.unitId(), task.role());
        return db.sql("""
                        select distinct n.person_id from organisation.post o
                        left join matter.delegation d on d.post_id = o.id and d.during @> :today and d.ended_at is null
                        join organisation.tenure n on n.post_id in (o.id, d.to_post_id) and n.during @> :today
                        where o.public_id = :post
                        """)
                .param("post", task.post())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    /** The unit that a step waits in. */
    MatterBook.Unit seat(Seat seat, Matter matter) {
        return db.sql("""
                        select u.id, u.name from organisation.unit a
                        join organisation.unit u on u.id = case :seat when 'ABOVE' then coalesce((
                            select p.parent_id from organisation.place p
                            where p.unit_id = a.id and p.line_id = 1 and p.during @> :today), a.id) else a.id end
                        where a.public_id = :unit for key share of u
                        """)
                .param("seat", seat.name())
                .param("unit", seat == Seat.ASKER ? matter.unit() : matter.asked())
                .param("today", LocalDate.now(clock))
                .query(MatterBook.Unit.class)
                .single();
    }
}
