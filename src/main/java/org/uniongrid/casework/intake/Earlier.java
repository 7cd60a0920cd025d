package org.uniongrid.casework.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.MatterState;
import org.uniongrid.matter.Matters;

/** Cases there were before: of the same caller, and about the same employer. Only those that the operator may see. */
@Repository
class Earlier {

    static final int MOST = 8;
    /** Days within which a case about the same employer may be the same one. */
    static final int RECENT = 30;

    private static final String ROW = """
            select m.public_id, m.title, m.person_name, m.year, m.nr, m.opened_at,\s""" + Matters.STATE
            + " as state from casework.case_file f join matter.matter m on m.id = f.matter_id where ";

    private final JdbcClient db;
    private final Clock clock;

    Earlier(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Case(UUID id, String title, String caller, int year, int nr, MatterState state, Instant at) {}

    /** Of these persons, the latest first. */
    List<Case> of(Collection<Long> persons, Actor actor) {
        if (persons.isEmpty()) return List.of();
        return rows("m.person_id = any (:persons) and ", actor)
                .param("persons", persons.toArray(Long[]::new))
                .query((row, number) -> one(row))
                .list();
    }

    /** About an employer of this name, filed within {@value #RECENT} days. */
    List<Case> about(String employer, Actor actor) {
        if (employer.length() < 2) return List.of();
        return rows("f.employer = :employer and m.opened_at > :since and ", actor)
                .param("employer", employer)
                .param("since", OffsetDateTime.now(clock).minusDays(RECENT))
                .query((row, number) -> one(row))
                .list();
    }

    private JdbcClient.StatementSpec rows(String where, Actor actor) {
        return db.sql(ROW + where + Matters.VISIBLE + " order by m.id desc limit :most")
                .param("person", actor.personId())
                .param("reach", Matters.reach(actor).asArray())
                .param("most", MOST);
    }

    private static Case one(ResultSet row) throws SQLException {
        return new Case(
                row.getObject("public_id", UUID.class),
                row.getString("title"),
                row.getString("person_name"),
                row.getInt("year"),
                row.getInt("nr"),
                MatterState.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
