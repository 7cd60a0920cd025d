package org.uniongrid.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;

/** What programs are told of changes, and that they miss none. */
@ModuleTest
class FeedChangesTests extends FeedFixture {

    private final TransactionTemplate transaction;
    private final Horizon horizon;

    FeedChangesTests(
            Union union,
            ApplicationContext house,
            JdbcClient db,
            TransactionTemplate transaction,
            Horizon horizon,
            @LocalServerPort int port) {
        super(union, house, db, port);
        this.transaction = transaction;
        this.horizon = horizon;
    }

    @Test
    void whatChangedSinceThenComesAndNothingElse() {
        var district = union.district(union.city(), "变东");
        var street = union.street(district, "变南");
        union.street(district, "变北");
        var later = "?changed-since=" + later();
        var program = program(district);
        assertThat(program.all(UNITS + later)).isEmpty();
        db.sql("update organisation.unit set address = '新址' where id = ?")
                .param(street.id())
                .update();
        assertThat(ids(program.all(UNITS + later)))
                .containsExactly(street.publicId().toString());
    }

    /** A moment after all that was done so far. */
    private String later() {
        return db.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }

    @Test
    void aNewNameOrPlaceOrStateOrCoverIsAChangeToo() {
        var city = union.city();
        var district = union.district(city, "动东");
        var street = union.street(district, "动南");
        var firm = union.enterprise(street, "动厂");
        var employer = db.sql("select id from organisation.employer where union_id = ?")
                .param(firm.id())
                .query(Long.class)
                .single();
        var program = program(district);
        var changes = List.<Runnable>of(
                () -> db.sql("update organisation.unit_name set name = name || '更' where unit_id = ?")
                        .param(street.id())
                        .update(),
                () -> db.sql(
                                "insert into organisation.unit_state (unit_id, state, during) values (?, 'SUSPENDED', daterange('2019-01-01', '2019-02-01'))")
                        .param(street.id())
                        .update(),
                () -> move(street, union.street(district, "动北")));
        for (var change : changes) {
            var later = later();
            change.run();
            assertThat(ids(program.all(UNITS + "?changed-since=" + later)))
                    .contains(street.publicId().toString());
        }
        var later = later();
        db.sql("insert into organisation.employer_insured (employer_id, year, insured) values (?, 2019, 7)")
                .param(employer)
                .update();
        assertThat(program.all(EMPLOYERS + "?changed-since=" + later)).hasSize(1);
    }

    /** What is saved late is dated by the beginning of its transaction, and no list says it knows more than until then. */
    @Test
    void nothingIsMissedThatIsSavedLate() {
        var district = union.district(union.city(), "迟东");
        var street = union.street(district, "迟南");
        var told = transaction.execute(open -> {
            db.sql("update organisation.unit set address = '晚存' where id = ?")
                    .param(street.id())
                    .update();
            var asOf = CompletableFuture.supplyAsync(horizon::now).join();
            var began = db.sql("select changed_at from organisation.unit where id = ?")
                    .param(street.id())
                    .query(OffsetDateTime.class)
                    .single();
            return List.of(asOf, began);
        });
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isBeforeOrEqualTo(told.getLast().minusMinutes(1));
    }

    @Test
    void onlyTheFirstPageSaysUntilWhen() {
        var district = union.district(union.city(), "时东");
        union.street(district, "时南");
        var program = program(district);
        var first = program.read(UNITS + "?limit=1");
        assertThat(first.has("asOf")).isTrue();
        assertThat(program.read(first.path("next").asString()).has("asOf")).isFalse();
    }

    @Test
    void whatIsUnchangedDoesNotTravelAgain() {
        var district = union.district(union.city(), "签东");
        var program = program(district);
        var path = UNITS + "/" + district.publicId();
        var tag = program.get(path).headers().firstValue("ETag").orElseThrow();
        var again = program.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        db.sql("update organisation.unit set address = '新址' where id = ?")
                .param(district.id())
                .update();
        assertThat(program.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
}
