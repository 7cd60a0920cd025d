package org.uniongrid.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;
import tools.jackson.databind.json.JsonMapper;

/** People with a phone and an e-mail address, and an outbox that runs by a clock of the test's own. */
public final class Told {

    /** Its text has the word {@code [union]}, and it waits for the morning. */
    public static final String PLAIN = "toy.plain";

    /** Carries the secrets {@code code}, also by SMS, and {@code link}. */
    public static final String CODE = "toy.code";

    public static final List<NoticeKind> KINDS = List.of(
            NoticeKind.of("notice.test"),
            NoticeKind.of(PLAIN),
            NoticeKind.urgent(CODE).onPhone("code").secretsLive(Duration.ofHours(2)));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Persons persons;
    private final Identities identities;
    private final Notices outbox;
    private final NoticeKinds kinds = new NoticeKinds(KINDS);
    private final TransactionTemplate transaction;

    /** A made-up person. */
    public record Someone(long id, String phone, String email) {}

    public Told(
            Persons persons,
            Identities identities,
            NoticeSecrets secrets,
            JdbcClient db,
            JsonMapper json,
            Doorbell doorbell,
            TransactionTemplate transaction,
            Clock clock) {
        this.persons = persons;
        this.identities = identities;
        this.transaction = transaction;
        this.outbox = new Outbox(db, kinds, secrets, json, doorbell, clock);
    }

    public NoticeKinds kinds() {
        return kinds;
    }

    public Someone someone() {
        var number = NUMBER.incrementAndGet();
        var someone = new Someone(
                persons.add("听讯" + number), "199%08d".formatted(number), "someone" + number + "@example.org");
        identities.keep(someone.id(), IdentityField.PHONE, someone.phone());
        identities.keep(someone.id(), IdentityField.EMAIL, someone.email());
        return someone;
    }

    public Someone withoutAddress() {
        return new Someone(persons.add("听讯" + NUMBER.incrementAndGet()), "", "");
    }

    public void tell(Notice notice) {
        transaction.executeWithoutResult(status -> outbox.tell(notice));
    }

    public Notices outbox() {
        return outbox;
    }

    public static Notice plain(Someone someone) {
        return Notice.of("toy:" + UUID.randomUUID(), PLAIN, someone.id())
                .with("union", "云州市总工会")
                .at("/organisation/units");
    }

    public static Notice code(Someone someone) {
        return Notice.of("toy:" + UUID.randomUUID(), CODE, someone.id())
                .withSecret("code", "48213")
                .withSecret("link", "https://union.example.org/in/x9f");
    }
}
