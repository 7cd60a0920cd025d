package org.uniongrid.structure.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;

/** Changes that are confirmed at the same time wait for one another; what the first changed, the second is told. */
@ModuleTest
class ConcurrentChangesTests {

    private static final int ROUNDS = 8;

    private final Union union;
    private final ChangeDesk desk;
    private final JdbcClient db;
    private final Unit city;
    private final Actor cadre;

    ConcurrentChangesTests(Union union, ChangeDesk desk, JdbcClient db) {
        this.union = union;
        this.desk = desk;
        this.db = db;
        city = union.city();
        cadre = union.cadre(city);
    }

    @Test
    void ofTwoThatContradictOneAnotherOneWins() {
        for (int round = 0; round < ROUNDS; round++) {
            var one = union.under(city, Category.REGIONAL, "甲" + round);
            var other = union.under(city, Category.REGIONAL, "乙" + round);
            var first = order(new Change.Move(one.publicId(), other.publicId()));
            var second = order(new Change.Move(other.publicId(), one.publicId()));
            var seen = desk.rehearse(cadre, first).basis();
            var seenToo = desk.rehearse(cadre, second).basis();
            var won = atOnce(List.of(
                    () -> confirmed(first, seen, UUID.randomUUID()),
                    () -> confirmed(second, seenToo, UUID.randomUUID())));
            assertThat(won).as("round %d", round).containsExactlyInAnyOrder(true, false);
            assertThat(depth(one) + depth(other)).isEqualTo(2 * depth(city) + 3);
        }
    }

    @Test
    void theSameFormSentByManyAtOnceIsOneChange() {
        var one = union.under(city, Category.REGIONAL, "丙");
        var order = order(new Change.Rename(one.publicId(), "丙新区域工会联合会"));
        var seen = desk.rehearse(cadre, order).basis();
        var key = UUID.randomUUID();
        Callable<Boolean> send = () -> confirmed(order, seen, key);
        assertThat(atOnce(List.of(send, send, send, send))).containsOnly(true);
        assertThat(db.sql("select count(*) from structure.change where subject = ?")
                        .param(one.publicId())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private Order order(Change change) {
        return new Order(
                change, db.sql("select current_date").query(LocalDate.class).single(), "同时办理", null);
    }

    private boolean confirmed(Order order, Basis seen, UUID key) {
        try {
            return desk.confirm(cadre, order, seen, key, null) instanceof ChangeDesk.Confirmed;
        } catch (RuleBroken refused) {
            return false;
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int depth(Unit unit) {
        return db.sql("select length(scope) - length(replace(scope, '/', '')) from organisation.unit where id = ?")
                .param(unit.id())
                .query(Integer.class)
                .single();
    }
}
