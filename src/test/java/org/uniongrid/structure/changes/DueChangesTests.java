package org.uniongrid.structure.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;
import org.uniongrid.structure.UnitDissolved;

/** What was planned takes effect on its day, with what came to the unit meanwhile. */
@ModuleTest
@RecordApplicationEvents
class DueChangesTests {

    private final ChangeUpkeep upkeep;
    private final Union union;
    private final ChangeDesk desk;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DueChangesTests(ChangeUpkeep upkeep, Union union, ChangeDesk desk, JdbcClient db, TransactionTemplate transaction) {
        this.upkeep = upkeep;
        this.union = union;
        this.desk = desk;
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void whatComesToAUnitThatIsToEndGoesWithTheRest(ApplicationEvents events) {
        var city = union.city();
        var one = union.under(city, Category.JOINT, "甲");
        var other = union.under(city, Category.JOINT, "乙");
        var cadre = union.cadre(city);
        var today = db.sql("select current_date").query(LocalDate.class).single();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var order = new Order(
                    new Change.Merge(other.publicId(), List.of(one.publicId())), today.plusDays(3), "合并", null);
            desk.confirm(cadre, order, desk.rehearse(cadre, order).basis(), UUID.randomUUID(), null);
            var firm = union.coveredBy(one, "后来");
            var chair = union.holder("union-chair", one);
            upkeep.letTakeEffect(today.plusDays(3));
            assertThat(db.sql("""
                            select string_agg(u.name || lower(c.during) || coalesce(upper(c.during)::text, ''), ' ' order by c.id)
                            from organisation.cover c join organisation.employer e on e.id = c.employer_id
                            join organisation.unit u on u.id = c.unit_id where e.public_id = ?
                            """).param(firm.publicId()).query(String.class).single())
                    .isEqualTo(one.name() + today + today.plusDays(3) + " " + other.name() + today.plusDays(3));
            assertThat(db.sql("select closed_on from organisation.post where unit_id = ?")
                            .param(one.id())
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(today.plusDays(3));
            assertThat(db.sql("select upper(during) from organisation.tenure where person_id = ?")
                            .param(chair.personId())
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(today.plusDays(3));
            assertThat(db.sql("select state from structure.change where subject = ?")
                            .param(other.publicId())
                            .query(String.class)
                            .single())
                    .isEqualTo("DONE");
        });
        assertThat(events.stream(UnitDissolved.class))
                .extracting(UnitDissolved::unit)
                .contains(one.publicId());
    }
}
