package org.uniongrid.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;

/** What callers said when they were asked whether it is solved. */
@Repository
@Unscoped("of cases whose matters were found for their readers")
public class Visits {

    /** So often nobody picks up, and the case may be closed all the same. */
    public static final int TRIES = 3;

    private final JdbcClient db;
    private final Clock clock;

    Visits(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Visit> of(CaseFile file) {
        return db.sql("""
                        select v.way, v.stars, v.solved, v.words, p.name, v.at
                        from casework.visit v join people.person p on p.id = v.person_id where v.case_id = ? order by v.id desc
                        """).param(file.id()).query((row, number) -> visit(row)).list();
    }

    /** Sent again, it is the same one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Actor actor, CaseFile file, Visit it, UUID key) {
        db.sql("""
                        insert into casework.visit (case_id, way, stars, solved, words, person_id, key, at)
                        values (:file, :way, :stars, :solved, :words, :person, :key, :now) on conflict (key) do nothing
                        """)
                .param("file", file.id())
                .param("way", it.way().name())
                .param("stars", it.stars())
                .param("solved", it.solved())
                .param("words", it.words())
                .param("person", actor.personId())
                .param("key", key)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether this form was sent before. */
    public boolean isKnown(UUID key) {
        return db.sql("select exists (select from casework.visit where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Since the latest reply somebody said that it is solved, or nobody was reached {@value #TRIES} times. */
    void requireSolved(Matter matter) {
        var said = db.sql("""
                        with since as (
                            select coalesce(max(t.done_at), '-infinity') as at from matter.task t
                            where t.matter_id = :matter and t.step = 'handle' and t.verdict = 'REPLY'),
                        asked as (
                            select v.* from casework.visit v join casework.case_file f on f.id = v.case_id, since
                            where f.matter_id = :matter and v.at >= since.at)
                        select coalesce((select solved from asked where solved is not null order by id desc limit 1),
                                        (select count(*) >= :tries from asked where way = 'UNREACHED'))
                        """)
                .param("matter", matter.id())
                .param("tries", TRIES)
                .query(Boolean.class)
                .single();
        CaseRule.FOLLOWED_UP_BEFORE_IT_ENDS.require(said);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                Visit.Way.valueOf(row.getString("way")),
                row.getObject("stars", Integer.class),
                row.getObject("solved", Boolean.class),
                row.getString("words"),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
