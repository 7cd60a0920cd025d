package org.uniongrid.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.membership.Beginnings;
import org.uniongrid.membership.MemberState;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/**
 * The members of the demonstration: in each base union as many as it says it has, with made-up names and phones. Loaded
 * after the city by two threads, each in one transaction and some thousands in a statement: what works through changes by
 * itself, such as the search for likely duplicates, begins once they are all there and takes no processor from them.
 */
@Component
public class DemoMembers {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMembers.class);
    private static final long NANOS = 1_000_000_000;
    private static final Actor JOB = Actor.system("demo");
    private static final int BATCH = 4_000;
    private static final int THREADS = 2;
    private static final List<String> CLASSES =
            List.of("staff", "staff", "staff", "staff", "staff", "staff", "rider", "courier", "ride-hailing-driver");

    private final JdbcClient db;
    private final Persons persons;
    private final Identities identities;
    private final Beginnings beginnings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int most;

    DemoMembers(
            JdbcClient db,
            Persons persons,
            Identities identities,
            Beginnings beginnings,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${uniongrid.demo-members:1000000}") int most) {
        this.db = db;
        this.persons = persons;
        this.identities = identities;
        this.beginnings = beginnings;
        this.transaction = transaction;
        this.clock = clock;
        this.most = most;
    }

    /** A base union of the demonstration. */
    private record Base(long unit, @Nullable Long employer, String region, int members) {}

    private record Somebody(String name, String phone, Base base, String workerClass, LocalDate since) {}

    /** @return how many there are now */
    public int load() {
        var began = System.nanoTime();
        var all = invented();
        var next = new AtomicInteger();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) running.add(threads.submit(() -> keepSome(all, next)));
        }
        running.forEach(DemoMembers::require);
        LOG.info("{} members loaded in {} s", all.size(), (System.nanoTime() - began) / NANOS);
        return all.size();
    }

    private List<Somebody> invented() {
        var names = new MemberNames(new Dice(20_261_201));
        var dice = new Dice(20_261_202);
        var today = LocalDate.now(clock);
        var all = new ArrayList<Somebody>();
        for (var base : bases())
            for (int n = 0; n < base.members() && all.size() < most; n++)
                all.add(new Somebody(
                        names.next(),
                        names.phone(),
                        base,
                        base.employer() == null ? dice.one(CLASSES) : "staff",
                        today.minusDays(dice.between(40, 3_650))));
        return all;
    }

    private static void require(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The members of the demonstration did not come in", failed);
        }
    }

    private List<Base> bases() {
        return db.sql("""
                        select u.id, u.members, coalesce(u.division, '') as region,
                            (select min(c.employer_id) from organisation.cover c where c.unit_id = u.id having count(*) = 1) as employer
                        from organisation.unit u
                        where u.members > 0 and u.scope is not null and u.category in ('ENTERPRISE', 'JOINT', 'VILLAGE') order by u.id
                        """).query((row, _) -> base(row)).list();
    }

    private static Base base(ResultSet row) throws SQLException {
        long employer = row.getLong("employer");
        var one = row.wasNull() ? null : employer;
        return new Base(row.getLong("id"), one, row.getString("region"), row.getInt("members"));
    }

    /** Batch by batch beside the other thread, so that both end at about the same time. */
    private void keepSome(List<Somebody> all, AtomicInteger next) {
        transaction.executeWithoutResult(_ -> {
            for (int from = next.getAndAdd(BATCH); from < all.size(); from = next.getAndAdd(BATCH))
                keep(all.subList(from, Math.min(all.size(), from + BATCH)));
        });
    }

    private void keep(List<Somebody> batch) {
        var ids = persons.addAll(batch.stream().map(Somebody::name).toList());
        var numbers = new ArrayList<Identities.Entry>(ids.size());
        var begun = new ArrayList<Beginnings.Beginning>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            var one = batch.get(i);
            numbers.add(new Identities.Entry(ids.get(i), IdentityField.PHONE, one.phone()));
            begun.add(new Beginnings.Beginning(
                    ids.get(i),
                    one.base().unit(),
                    one.base().region(),
                    one.base().employer(),
                    one.workerClass(),
                    MemberState.MEMBER,
                    one.since()));
        }
        identities.keepAll(numbers);
        beginnings.begin(begun, JOB);
    }
}
