package org.uniongrid.access.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.access.SigningProfile;
import org.uniongrid.access.trail.Finding.Kind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Deed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever the owner of the database does to the trail by SQL, the check names it. Each test works on a trail of its
 * own inside one transaction that is rolled back at the end.
 */
@ModuleTest
class TamperTests {

    private static final Actor SOMEBODY = Actor.system("test");

    private final JdbcClient owner;
    private final JdbcTransactionManager transactions;
    private final JsonMapper json;
    private final ZoneId zone;

    @TempDir
    private Path data;

    private TransactionStatus transaction;
    private Clock clock;

    TamperTests(Environment environment, JsonMapper json, ZoneId zone) {
        var source = new DriverManagerDataSource(
                Objects.requireNonNull(environment.getProperty("spring.flyway.url")),
                Objects.requireNonNull(environment.getProperty("spring.flyway.user")),
                Objects.requireNonNull(environment.getProperty("spring.flyway.password")));
        this.owner = JdbcClient.create(source);
        this.transactions = new JdbcTransactionManager(source);
        this.json = json;
        this.zone = zone;
        this.clock = Clock.system(zone);
    }

    @BeforeEach
    void begin() {
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        owner.sql("truncate access.audit_entry, access.audit_pending, access.audit_seal restart identity")
                .update();
    }

    @AfterEach
    void rollBack() {
        transactions.rollback(transaction);
    }

    @ParameterizedTest
    @EnumSource(SigningProfile.class)
    void aTrailThatNobodyTouchedIsClean(SigningProfile profile) {
        sealed(profile, 3, 1, 2500);
        add(2);
        var verdict = check();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(2504);
        assertThat(verdict.seals()).isEqualTo(5);
        assertThat(verdict.waiting()).isEqualTo(2);
    }

    @Test
    void aTrailWithoutAnythingIsClean() {
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void theProfileMayBeChanged() {
        sealed(SigningProfile.INTERNATIONAL, 3);
        sealed(SigningProfile.GM, 3);
        sealed(SigningProfile.INTERNATIONAL, 3);
        assertThat(check().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label = 'another'",
                "actor_name = 'another'",
                "at = at + interval '1 microsecond'",
                "done = not done",
                "changes = '[]'",
                "reason = null",
                "public_id = gen_random_uuid()",
                "address = '192.0.2.9'",
                "xid = (xid::text::bigint + 1)::text::xid8"
            })
    void anEditedEntryIsNamed(String edit) {
        sealed(3, 3);
        run("update access.audit_entry set " + edit + " where id = 5");
        assertThat(check().findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.ENTRY_EDITED);
            assertThat(found.values()).startsWith("5");
        });
    }

    @Test
    void deletedEntriesAreNamed() {
        sealed(3, 3);
        run("delete from access.audit_entry where id in (2, 3, 5)");
        assertThat(check().findings())
                .containsExactly(Finding.of(Kind.ENTRY_GONE, 2, 3), Finding.of(Kind.ENTRY_GONE, 5, 5));
    }

    @Test
    void anEntryThatTheOwnerInsertedPastThePlatformIsNamed() {
        sealed(3);
        insert("100", "now()", "pg_current_xact_id()");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.ENTRY_INSERTED, 100, 100));
    }

    @Test
    void anEntryWithANumberFromThePastIsNamedEvenWhenItIsSealed() {
        sealed(3);
        skipTo(50);
        sealed(3);
        insert("20", "now()", "pg_current_xact_id()");
        run("insert into access.audit_pending values (20)");
        sealed(1);
        assertThat(kinds()).containsExactly(Kind.ENTRY_NUMBERED_BACK);
    }

    @Test
    void anEntryDatedBackIsNamedEvenWhenItIsSealed() {
        sealed(3);
        skipTo(50);
        insert("50", "now() - interval '30 days'", "(pg_current_xact_id()::text::bigint + 1000)::text::xid8");
        run("insert into access.audit_pending values (50)");
        skipTo(51);
        sealed(1);
        assertThat(kinds()).containsExactly(Kind.ENTRY_DATED_BACK);
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        sealed(3, 3);
        run("alter table access.audit_entry drop constraint audit_entry_pkey");
        run("alter table access.audit_entry alter column id drop identity");
        run("update access.audit_entry set id = 7 - id where id in (2, 5)");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.ENTRIES_SWAPPED, 2, 5));
    }

    @Test
    void timesThatChangedPlacesAreNamed() {
        sealed(6);
        run("""
                update access.audit_entry e set at = o.at from access.audit_entry o
                where e.id in (2, 5) and o.id = 7 - e.id""");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.TIMES_SWAPPED, 2, 5));
    }

    @Test
    void aTailOfEntriesCutOffIsNamed() {
        sealed(3, 3);
        run("delete from access.audit_entry where id > 4");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.ENTRY_GONE, 5, 6));
    }

    @Test
    void aTailOfSealsCutOffIsNamed() {
        sealed(3, 3, 3);
        run("delete from access.audit_seal where number > 1");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.SEALS_GONE, 2, 3, 6));
    }

    @Test
    void aTailOfBothCutOffIsNamedAlsoAfterTheHouseWentOn() {
        sealed(3, 3, 3);
        run("delete from access.audit_seal where number > 1");
        run("delete from access.audit_entry where id > 3");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.SEALS_GONE, 2, 3, 6));
        sealed(2);
        assertThat(check().findings()).containsExactly(Finding.of(Kind.SEALS_GONE, 2, 3, 6));
    }

    @Test
    void everythingCutOffIsNamed() {
        sealed(3);
        run("truncate access.audit_entry, access.audit_pending, access.audit_seal");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.SEALS_GONE, 1, 1, 3));
    }

    @Test
    void aSealTakenOutOfTheMiddleOfBothIsNamed() throws IOException {
        sealed(3, 3, 3);
        run("delete from access.audit_seal where number = 2");
        var lines = Files.readAllLines(file());
        Files.write(file(), List.of(lines.get(0), lines.get(2)));
        assertThat(check().findings())
                .contains(Finding.of(Kind.SEALS_GONE_BOTH, 2, 2), Finding.of(Kind.ENTRY_INSERTED, 4, 6));
    }

    @Test
    void whatWaitedForItsSealAndWentIsNamed() {
        sealed(3);
        add(1);
        run("delete from access.audit_entry where id = 4");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.WAITING_GONE, 4));
        sealed(1);
        assertThat(kinds()).containsExactly(Kind.WAITING_GONE);
    }

    @Test
    void whatWasKeptFromItsSealIsNamed() {
        add(3);
        run("delete from access.audit_pending where entry_id = 2");
        sealer(SigningProfile.INTERNATIONAL, data).seal();
        assertThat(check().findings()).containsExactly(Finding.of(Kind.ENTRY_INSERTED, 2, 2));
    }

    @Test
    void aSealThatWasRewrittenIsNamed() {
        sealed(3, 3);
        run("update access.audit_seal set sealed = replace(sealed, 'count: 3', 'count: 2') where number = 1");
        assertThat(kinds()).contains(Kind.SEAL_EDITED, Kind.SEAL_UNLIKE_FILE);
    }

    @Test
    void aSealWhoseCopiesWereRewrittenIsNamed() {
        sealed(3, 3);
        run("update access.audit_seal set entries = '{[4,6)}' where number = 2");
        assertThat(kinds()).contains(Kind.SEAL_EDITED);
        run("update access.audit_seal set entries = '{[4,7)}', leaves = null where number = 2");
        assertThat(check().findings()).containsExactly(Finding.of(Kind.SEAL_UNLIKE_ENTRIES, 2, "{[4,7)}"));
    }

    /** With a key of their own: edits an entry, then seals all of it anew, from there to the end. */
    @Test
    void aChainForgedFromTheMiddleIsNamed(@TempDir Path forgery) {
        sealed(3, 3, 3);
        run("update access.audit_entry set label = 'forged' where id = 5");
        run("delete from access.audit_seal where number > 1");
        run("insert into access.audit_pending select id from access.audit_entry where id > 3");
        var forger = sealer(SigningProfile.INTERNATIONAL, forgery);
        forger.seal();
        assertThat(kinds()).contains(Kind.SEAL_BY_OTHER_KEY, Kind.SEAL_UNLIKE_FILE);
    }

    /** Without any key: rewrites the seal of an edited entry and chains the later ones to it. */
    @Test
    void aChainRewrittenFromTheMiddleIsNamed() {
        sealed(3, 3, 3);
        run("update access.audit_entry set label = 'forged' where id = 5");
        var profile = SigningProfile.INTERNATIONAL;
        var leaves = new java.io.ByteArrayOutputStream();
        owner.sql("select " + Entry.COLUMNS + " from access.audit_entry e where id between 4 and 6 order by id")
                .query(Entry::read)
                .list()
                .forEach(entry -> leaves.writeBytes(profile.digest(entry.canonical())));
        var second = seal(2);
        var forged = new Seal(
                2,
                second.at(),
                second.transaction(),
                second.entries(),
                hex(profile.digest(leaves.toByteArray())),
                null,
                second.previous(),
                second.algorithm(),
                second.key());
        var third = seal(3);
        var chained = new Seal(
                3,
                third.at(),
                third.transaction(),
                third.entries(),
                third.digest(),
                null,
                hex(profile.digest(Seal.bytes(forged.text()))),
                third.algorithm(),
                third.key());
        for (var seal : List.of(forged, chained))
            owner.sql(
                            "update access.audit_seal set sealed = ?, leaves = case number when 2 then ? else leaves end where number = ?")
                    .params(seal.text(), leaves.toByteArray(), seal.number())
                    .update();
        assertThat(check().findings())
                .containsExactlyInAnyOrder(
                        Finding.of(Kind.SEAL_UNSIGNED, 2),
                        Finding.of(Kind.SEAL_UNSIGNED, 3),
                        Finding.of(Kind.SEAL_UNLIKE_FILE, 2),
                        Finding.of(Kind.SEAL_UNLIKE_FILE, 3));
    }

    @Test
    void withTheAuditorsOwnKeyAnotherPublishedOneHelpsNobody(@TempDir Path forgery) throws Exception {
        sealed(3);
        var published = new SealKeys(data).own(SigningProfile.INTERNATIONAL);
        var own = forgery.resolve("copy.pem");
        Files.copy(
                data.resolve("audit").resolve("seal-key-" + SigningProfile.Keys.id(published.publicKey()) + ".pem"),
                own);
        assertThat(check(own).findings()).isEmpty();
        Files.delete(data.resolve("keys").resolve("audit-seal-international.pem"));
        sealed(2);
        assertThat(check().findings()).isEmpty();
        assertThat(check(own).findings()).extracting(Finding::kind).containsExactly(Kind.SEAL_BY_OTHER_KEY);
    }

    @Test
    void aLineChangedInTheFileIsNamed() throws IOException {
        sealed(3, 3);
        Files.writeString(file(), Files.readString(file()).replace("count: 3", "count: 4"));
        assertThat(kinds()).containsExactly(Kind.SEAL_UNLIKE_FILE, Kind.SEAL_UNLIKE_FILE);
    }

    @Test
    void aCrashBetweenDatabaseAndFileIsMended() throws IOException {
        sealed(3, 3, 3);
        var whole = Files.readString(file());
        var lines = Files.readAllLines(file());
        // two lines were lost, and half of one was written
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(1).substring(0, 40));
        assertThat(check().findings()).isEmpty();
        sealer(SigningProfile.INTERNATIONAL, data).seal();
        assertThat(Files.readString(file())).isEqualTo(whole);
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void nonsenseInTheFileIsNamed() throws IOException {
        sealed(3);
        Files.writeString(file(), "nonsense\n", StandardOpenOption.APPEND);
        assertThat(kinds()).containsExactly(Kind.FILE_BROKEN);
    }

    @Test
    void aSealCanBeCheckedWithNothingButTheFileAndTheKey() throws Exception {
        sealed(3);
        var line = json.readTree(Files.readAllLines(file()).getFirst());
        var key = SealKeys.in(Files.list(data.resolve("audit"))
                .filter(file -> file.toString().endsWith(".pem"))
                .findFirst()
                .orElseThrow());
        assertThat(SigningProfile.INTERNATIONAL.verify(
                        Seal.bytes(line.get("sealed").asString()),
                        Base64.getDecoder().decode(line.get("signature").asString()),
                        key.values().iterator().next()))
                .isTrue();
    }

    @Test
    void onlyTheOwnerMayReadThePrivateKey() throws IOException {
        sealed(1);
        var key = data.resolve("keys").resolve("audit-seal-international.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void oldEntriesAreDroppedWithASealThatSaysSo() {
        clock = Clock.offset(Clock.system(zone), Duration.ofDays(-1200));
        sealed(3, 3);
        clock = Clock.system(zone);
        run("update access.audit_seal set written_at = now() - interval '1200 days'");
        sealed(2);
        retention("36").dropOld();
        assertThat(owner.sql("select min(id) from access.audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
        sealed(1);
        assertThat(check().findings()).isEmpty();
        run("update access.audit_entry set label = 'x' where id = 7");
        assertThat(kinds()).containsExactly(Kind.ENTRY_EDITED);
    }

    @Test
    void whatIsNotOldEnoughStays() {
        clock = Clock.offset(Clock.system(zone), Duration.ofDays(-300));
        sealed(3);
        clock = Clock.system(zone);
        run("update access.audit_seal set written_at = now() - interval '300 days'");
        retention("12").dropOld();
        assertThat(owner.sql("select count(*) from access.audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        retention("6").dropOld();
        assertThat(owner.sql("select count(*) from access.audit_entry where action <> 'access.trail.drop'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasDroppedTooEarlyIsNamed() {
        sealed(3);
        run("update access.audit_seal set written_at = now() - interval '300 days'");
        retention("6").dropOld();
        assertThat(kinds()).containsExactly(Kind.DROPPED_EARLY);
    }

    private List<Kind> kinds() {
        return check().findings().stream().map(Finding::kind).toList();
    }

    private Verdict check() {
        return check(null);
    }

    private Verdict check(@Nullable Path key) {
        try {
            return new Verifier(owner, transactions, json, clock, data).check(key, seen -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void sealed(int... counts) {
        sealed(SigningProfile.INTERNATIONAL, counts);
    }

    private void sealed(SigningProfile profile, int... counts) {
        for (var count : counts) {
            add(count);
            sealer(profile, data).seal();
        }
    }

    private void add(int count) {
        var trail = new Trail(owner, json, clock);
        for (int i = 0; i < count; i++)
            trail.add(
                    SOMEBODY,
                    Deed.of("access.account.unlock", "access.account", null, "account " + i)
                            .because("a reason")
                            .with("state", "locked", "open " + i));
    }

    private Sealer sealer(SigningProfile profile, Path folder) {
        try {
            return new Sealer(
                    new Seals(owner), new TransactionTemplate(transactions), clock, json, folder, profile.name());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Retention retention(String months) {
        return new Retention(
                months,
                owner,
                new Seals(owner),
                sealer(SigningProfile.INTERNATIONAL, data),
                new Trail(owner, json, clock),
                new TransactionTemplate(transactions),
                clock);
    }

    private Seal seal(long number) {
        return Seal.parse(owner.sql("select sealed from access.audit_seal where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .orElseThrow();
    }

    private void insert(String id, String at, String xid) {
        run("""
                insert into access.audit_entry (xid, id, at, actor_name, action, done, subject, label, changes)
                overriding system value values (%s, %s, %s, 'x', 'access.x', true, 'access.x', 'forged', '[]')
                """.formatted(xid, id, at));
    }

    private void skipTo(int id) {
        run("alter table access.audit_entry alter column id restart with " + id);
    }

    private void run(String sql) {
        owner.sql(sql).update();
    }

    private Path file() {
        return data.resolve("audit").resolve("seals.jsonl");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
