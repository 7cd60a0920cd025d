package org.uniongrid.membership.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What is kept of each member stays right where thousands change at once, after one has changed before. */
@ModuleTest
class ManyAtOnceTests {

    private static final int MANY = 20_000;

    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final Union.Unit depot;

    ManyAtOnceTests(Union union, TransactionTemplate transaction, JdbcClient db) {
        this.transaction = transaction;
        this.db = db;
        depot = union.enterprise(union.district(union.city(), "多"), "多站");
    }

    /** Compared each with each, twenty thousand would be four hundred million: the database gives up after the minute. */
    @Test
    void eachIsComparedWithItselfOnly() {
        transaction.executeWithoutResult(status -> {
            db.sql("set local statement_timeout = '60s'").update();
            db.sql("""
                            with person as (insert into people.person (name) select '多' || n from generate_series(1, :many) n returning id)
                            insert into membership.stay (person_id, unit_id, scope, state, origin, since)
                            select p.id, u.id, u.scope, 'MEMBER', 'ROLL', current_date - 9 from person p, organisation.unit u where u.id = :unit
                            """).param("many", MANY).param("unit", depot.id()).update();
            db.sql(
                            "update membership.stay set standing = 'EXPORTED' where id = (select min(id) from membership.stay where unit_id = ?)")
                    .param(depot.id())
                    .update();
            assertThat(db.sql("update membership.stay set standing = 'REPORTED' where unit_id = ?")
                            .param(depot.id())
                            .update())
                    .isEqualTo(MANY);
            assertThat(db.sql("update membership.stay set worker_class = 'rider' where unit_id = ?")
                            .param(depot.id())
                            .update())
                    .isEqualTo(MANY);
            assertThat(db.sql(
                                    "select count(*) from membership.span where unit_id = ? and to_day is null and worker_class = 'rider'")
                            .param(depot.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(MANY);
            assertThat(db.sql("select count(*) from membership.stay where unit_id = ? and standing = 'CHANGED'")
                            .param(depot.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(MANY);
            status.setRollbackOnly();
        });
    }
}
