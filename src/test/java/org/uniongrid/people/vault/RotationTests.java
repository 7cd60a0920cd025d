package org.uniongrid.people.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.PeopleRule;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Place;
import org.uniongrid.people.SealBroken;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.SealedTable;
import org.uniongrid.people.Vault;

/** All values move to new keys while everybody goes on working, and nothing is lost on the way. */
@ModuleTest
class RotationTests {

    private final KeyStates states;
    private final KeyRing ring;
    private final KeySetup setup;
    private final SealedTables tables;
    private final List<SealedTable> all;
    private final Rotations rotations;
    private final AuditTrail trail;
    private final KeyDesk desk;
    private final RotationWork work;
    private final Identities identities;
    private final Persons persons;
    private final Vault vault;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Path data;

    RotationTests(
            KeyStates states,
            KeyRing ring,
            KeySetup setup,
            SealedTables tables,
            List<SealedTable> all,
            Rotations rotations,
            AuditTrail trail,
            KeyDesk desk,
            RotationWork work,
            Identities identities,
            Persons persons,
            Vault vault,
            JdbcClient db,
            TransactionTemplate transaction,
            @Value("${uniongrid.data}") Path data) {
        this.states = states;
        this.ring = ring;
        this.setup = setup;
        this.tables = tables;
        this.all = all;
        this.rotations = rotations;
        this.trail = trail;
        this.desk = desk;
        this.work = work;
        this.identities = identities;
        this.persons = persons;
        this.vault = vault;
        this.db = db;
        this.transaction = transaction;
        this.data = data;
    }

    private String current() {
        return states.all().getFirst().id();
    }

    private static void finish(RotationWork worker) {
        for (int pass = 0; pass < 1000; pass++) {
            try {
                if (worker.run()) return;
            } catch (TransientDataAccessException e) {
                // as in the product: the next pass goes on
            }
        }
        throw new AssertionError("the rotation does not end");
    }

    /** What another process has of its own: keys read from the file, and nothing in memory. */
    private RotationWork anotherProcess() {
        var keys = new KeyRing(data);
        return new RotationWork(states, keys, tables, rotations, transaction);
    }

    /** Another test may have begun one. */
    @BeforeEach
    void nothingIsUnderWay() {
        finish(work);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        finish(work);
        assertThat(tables.count().keySet()).isSubsetOf(current());
        assertThat(db.sql("select count(*) from people.identity_index where substring(mark from 1 for 4) <> ?")
                        .param(ring.get(current()).mark())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.sql("""
                        select count(*) from people.identity i where not exists (
                            select from people.identity_index x where x.identity_id = i.id)
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void underLoadNothingIsLostDoubledOrOverlooked() throws Exception {
        var old = current();
        var phones = new ConcurrentHashMap<Long, String>();
        var numbers = new ConcurrentHashMap<Long, String>();
        for (int i = 0; i < 600; i++) add(phones, numbers);
        var stable = Map.copyOf(numbers);
        var stop = new AtomicBoolean();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            Callable<?> adds = () -> loop(stop, done, () -> add(phones, numbers));
            Callable<?> changes = () -> loop(stop, done, () -> changePhone(stable, phones));
            Callable<?> looks = () -> loop(stop, done, () -> lookUp(stable));
            Callable<?> doubles = () -> loop(stop, done, () -> tryToDouble(stable));
            for (var each : List.of(adds, changes, looks, doubles, looks)) running.add(threads.submit(each));
            desk.rotate(Union.administrator());
            var other = threads.submit(() -> finish(anotherProcess()));
            finish(work);
            other.get();
            assertThat(done).as("others worked meanwhile").hasPositiveValue();
            stop.set(true);
            for (var each : running) each.get();
        }
        assertThat(current()).isNotEqualTo(old);
        assertThat(tables.has(old)).isFalse();
        phones.forEach((person, phone) ->
                assertThat(identities.plain(person, IdentityField.PHONE)).contains(phone));
        numbers.forEach((person, number) -> {
            assertThat(identities.plain(person, IdentityField.ID_NUMBER)).contains(number);
            assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(person);
        });
    }

    private static boolean loop(AtomicBoolean stop, AtomicInteger done, Runnable work) {
        while (!stop.get()) {
            try {
                work.run();
                done.incrementAndGet();
            } catch (TransientDataAccessException inTheWay) {
                // of two that wait for each other the database ends one: nothing of it stands, it tries again
            }
        }
        return true;
    }

    private void add(Map<Long, String> phones, Map<Long, String> numbers) {
        var person = persons.add("试轮换");
        var phone = Numbers.phone();
        var number = Numbers.idNumber();
        identities.keepAll(List.of(
                new Identities.Entry(person, IdentityField.PHONE, phone),
                new Identities.Entry(person, IdentityField.ID_NUMBER, number)));
        phones.put(person, phone);
        numbers.put(person, number);
    }

    private static Long any(Map<Long, String> some) {
        return some.keySet().stream()
                .skip(ThreadLocalRandom.current().nextInt(some.size()))
                .findFirst()
                .orElseThrow();
    }

    private void changePhone(Map<Long, String> stable, Map<Long, String> phones) {
        var person = any(stable);
        var phone = Numbers.phone();
        identities.keep(person, IdentityField.PHONE, phone);
        phones.put(person, phone);
    }

    private void lookUp(Map<Long, String> stable) {
        var person = any(stable);
        var number = java.util.Objects.requireNonNull(stable.get(person));
        assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(person);
        assertThat(identities.plain(person, IdentityField.ID_NUMBER)).contains(number);
    }

    private void tryToDouble(Map<Long, String> stable) {
        var number = java.util.Objects.requireNonNull(stable.get(any(stable)));
        var another = persons.add("试重号");
        var refused = catchThrowable(() -> identities.keep(another, IdentityField.ID_NUMBER, number));
        if (refused instanceof TransientDataAccessException inTheWay) throw inTheWay;
        assertThat(refused)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PeopleRule.ID_NUMBER_ONCE));
    }

    @Test
    void whatWasCutOffInTheMiddleGoesOnInANewProcess() {
        var phones = new ConcurrentHashMap<Long, String>();
        var numbers = new ConcurrentHashMap<Long, String>();
        for (int i = 0; i < 300; i++) add(phones, numbers);
        var old = current();
        desk.rotate(Union.administrator());
        var identity = all.stream()
                .filter(table -> table.name().equals("people.identity"))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(_ -> identity.move(List.of(old), null, 100));
        // this batch dies with its process
        transaction.executeWithoutResult(status -> {
            identity.move(List.of(old), null, 100);
            status.setRollbackOnly();
        });
        assertThat(tables.count()).containsKeys(old, current());
        finish(anotherProcess());
        assertThat(tables.count()).containsOnlyKeys(current());
        phones.forEach((person, phone) ->
                assertThat(identities.plain(person, IdentityField.PHONE)).contains(phone));
    }

    @Test
    void theAlgorithmsOfTheCountryAndBack() {
        var person = persons.add("试国密");
        var number = Numbers.idNumber();
        identities.keep(person, IdentityField.ID_NUMBER, number);
        var gm = new KeySetup(ring, states, tables, "gm", transaction);
        assertThat(ring.get(current()).profile()).isEqualTo(Profile.GM);
        // still under the key before: readable and found, and nobody else may take the number
        assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(person);
        assertThatThrownBy(() -> identities.keep(persons.add("试抢号"), IdentityField.ID_NUMBER, number))
                .isInstanceOf(RuleBroken.class);
        new KeyDesk(states, ring, gm, tables, rotations, trail).rotate(Union.administrator());
        finish(work);
        assertThat(db.sql("select sealed from people.identity where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .single())
                .startsWith("v1|SM4GCM|" + current());
        assertThat(identities.holders(IdentityField.ID_NUMBER, number)).containsExactly(person);
        desk.rotate(Union.administrator());
        finish(work);
        assertThat(ring.get(current()).profile()).isEqualTo(setup.profile());
        assertThat(identities.plain(person, IdentityField.ID_NUMBER)).contains(number);
    }

    @Test
    void onlyOneRotationAtATime() {
        transaction.executeWithoutResult(status -> {
            desk.rotate(Union.administrator());
            assertThatThrownBy(() -> desk.rotate(Union.administrator()))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            broken -> assertThat(broken.rule()).isEqualTo(KeyRule.ONE_ROTATION_AT_A_TIME));
            status.setRollbackOnly();
        });
    }

    @Test
    void aColumnLentByAnotherModuleMovesWithItsIndex() {
        var column =
                SealedColumn.of("exchange.toy_secret", "public_id", "secret").indexedBy("secret_index");
        var table = new ColumnTable(column, db, vault);
        var row = UUID.randomUUID();
        transaction.executeWithoutResult(
                _ -> db.sql("insert into exchange.toy_secret values (?, ?, ?), (?, null, null)")
                        .params(
                                row,
                                vault.seal(column.at(row), "geheim"),
                                vault.index(column.indexName(), "geheim"),
                                UUID.randomUUID())
                        .update());
        var old = current();
        assertThat(table.has(old)).isTrue();
        assertThat(table.count()).containsExactly(Map.entry(old, 1L));
        desk.rotate(Union.administrator());
        transaction.executeWithoutResult(_ -> {
            assertThat(table.move(List.of(old), null, 10)).isEqualTo(row.toString());
            assertThat(table.move(List.of(old), row.toString(), 10)).isNull();
        });
        assertThat(table.has(old)).isFalse();
        var sealed = db.sql("select secret from exchange.toy_secret where public_id = ?")
                .param(row)
                .query(String.class)
                .single();
        assertThat(vault.open(column.at(row), sealed)).isEqualTo("geheim");
        var index = db.sql("select secret_index from exchange.toy_secret where public_id = ?")
                .param(row)
                .query(byte[].class)
                .single();
        transaction.executeWithoutResult(
                _ -> assertThat(vault.index(column.indexName(), "geheim")).isEqualTo(index));
    }

    @Test
    void aDamagedValueHoldsUpNoOther() {
        var damaged = persons.add("试损坏");
        var sound = persons.add("试完好");
        identities.keep(damaged, IdentityField.PHONE, Numbers.phone());
        identities.keep(sound, IdentityField.PHONE, Numbers.phone());
        db.sql("""
                        update people.identity i set sealed = o.sealed from people.identity o
                        where i.person_id = ? and o.person_id = ?
                        """).params(damaged, sound).update();
        var old = current();
        desk.rotate(Union.administrator());
        assertThat(work.run()).isFalse();
        assertThat(tables.count()).containsEntry(old, 1L);
        assertThatThrownBy(() -> identities.masked(damaged)).isInstanceOf(SealBroken.class);
        assertThat(identities.masked(sound)).hasSize(1);
        assertThat(ring.find(old)).as("its key stays").isPresent();
        db.sql("delete from people.identity where person_id = ?").param(damaged).update();
    }

    @Test
    void placesAreTold() {
        assertThatThrownBy(() -> vault.open(new Place("a.b", new UUID(0, 7), "c"), "no"))
                .hasMessage("a.b, row 00000000-0000-0000-0000-000000000007, c: no sealed value");
    }
}
