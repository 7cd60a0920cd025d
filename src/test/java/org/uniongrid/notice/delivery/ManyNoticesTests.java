package org.uniongrid.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Doorbell;
import org.uniongrid.notice.Later;
import org.uniongrid.notice.NoticeSecrets;
import org.uniongrid.notice.QuietHours;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Told;
import org.uniongrid.notice.Told.Someone;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Persons;
import tools.jackson.databind.json.JsonMapper;

/** Ten thousand people are told in one transaction, and each gets one SMS. The log says how fast. */
@ModuleTest
@Tag("long")
class ManyNoticesTests {

    private static final int MANY = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(ManyNoticesTests.class);

    private final Later clock = new Later(2037);
    private final FakeWire sms = new FakeWire(Channel.SMS);
    private final Told told;
    private final Courier courier;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ManyNoticesTests(
            Persons persons,
            Identities identities,
            NoticeSecrets secrets,
            JdbcClient db,
            JsonMapper json,
            Doorbell doorbell,
            TransactionTemplate transaction,
            Letters letters,
            Recipients recipients) {
        this.told = new Told(persons, identities, secrets, db, json, doorbell, transaction, clock);
        this.courier = new Courier(
                sms, new Queue(db, clock), letters, recipients, told.kinds(), secrets, json, QuietHours.NONE, clock);
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void tenThousandAreToldOnceEach() {
        db.sql("update notice.delivery set state = 'DROPPED', trouble = 'test' where state in ('WAITING', 'SENDING')")
                .update();
        var people = new ArrayList<Someone>();
        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < MANY; i++) people.add(told.someone());
        });
        var keeping = took(() -> transaction.executeWithoutResult(
                status -> people.forEach(one -> told.outbox().tell(Told.plain(one)))));
        var sending = took(this::carryAll);
        LOG.warn("{} notices: kept in {} ms, sent in {} ms", MANY, keeping.toMillis(), sending.toMillis());
        assertThat(sms.all()).hasSize(MANY);
        var reached = new HashSet<String>();
        sms.all().forEach(message -> reached.add(message.to()));
        assertThat(reached).containsExactlyInAnyOrderElementsOf(phones(people));
    }

    @Test
    void aProviderThatTakesItsTimeHoldsUpNobodyForLong() {
        db.sql("update notice.delivery set state = 'DROPPED', trouble = 'test' where state in ('WAITING', 'SENDING')")
                .update();
        var people = new ArrayList<Someone>();
        for (var i = 0; i < 500; i++) people.add(told.someone());
        people.forEach(one -> told.tell(Told.plain(one)));
        sms.answers(message -> {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            return new Answer.Sent("slow");
        });
        LOG.warn(
                "500 notices at 50 ms each: sent in {} ms", took(this::carryAll).toMillis());
        assertThat(sms.all()).hasSize(500);
    }

    private void carryAll() {
        while (courier.carry() > 0) Thread.yield();
    }

    private static List<String> phones(List<Someone> people) {
        return people.stream().map(Someone::phone).toList();
    }

    private static Duration took(Runnable what) {
        var began = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
