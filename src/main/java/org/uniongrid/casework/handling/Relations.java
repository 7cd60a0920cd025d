package org.uniongrid.casework.handling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.casework.CaseFile;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;

/** Cases that belong together, or are the same 关联、重复. A reader sees those of them that they may see. */
@Repository
class Relations {

    private final JdbcClient db;
    private final Clock clock;

    Relations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Related(UUID id, String title, int year, int nr, String state, boolean same) {

        MatterState shown() {
            return MatterState.valueOf(state);
        }
    }

    List<Related> of(CaseFile file, Actor actor) {
        return db.sql("select m.public_id as id, m.title, m.year, m.nr, " + Matters.STATE + " as state" + """
                        , r.same
                        from casework.relation r
                        join casework.case_file f on f.id = case r.one_id when :file then r.other_id else r.one_id end
                        join matter.matter m on m.id = f.matter_id
                        where (r.one_id = :file or r.other_id = :file) and\s"""
                        + Matters.VISIBLE
                        + " order by m.id")
                .param("file", file.id())
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .query(Related.class)
                .list();
    }

    /** Internal id of the case with this number of the union that has the other, such as {@code 2026-17}. */
    long numbered(Matter matter, String number, Actor actor) {
        var parts = number.split("-");
        return db.sql("""
                        select f.id from matter.matter m join casework.case_file f on f.matter_id = m.id
                        join organisation.unit u on u.id = m.asked_id
                        where u.public_id = :unit and m.year = :year and m.nr = :nr and\s""" + Matters.VISIBLE)
                .param("unit", matter.asked())
                .param("year", Integer.parseInt(parts[0]))
                .param("nr", Integer.parseInt(parts[1]))
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleBroken(CaseRule.CASE_HAS_THIS_NUMBER, number));
    }

    /** Said again, it is what was said last. */
    void add(Actor actor, CaseFile file, long other, boolean same) {
        db.sql("""
                        insert into casework.relation (one_id, other_id, same, at, by_id)
                        values (least(:one, :other), greatest(:one, :other), :same, :now, :by)
                        on conflict (one_id, other_id) do update set same = excluded.same, at = excluded.at, by_id = excluded.by_id
                        """)
                .param("one", file.id())
                .param("other", other)
                .param("same", same)
                .param("now", OffsetDateTime.now(clock))
                .param("by", actor.personId())
                .update();
    }

    @Unscoped("of two cases that were found for the actor")
    void remove(CaseFile file, CaseFile other) {
        db.sql("delete from casework.relation where one_id = least(:one, :other) and other_id = greatest(:one, :other)")
                .param("one", file.id())
                .param("other", other.id())
                .update();
    }
}
