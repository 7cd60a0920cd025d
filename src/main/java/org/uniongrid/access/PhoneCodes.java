package org.uniongrid.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.Notices;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.PeopleRule;
import org.uniongrid.people.Phone;
import org.uniongrid.people.Vault;

/**
 * Proves that somebody holds a phone: a code goes there by SMS, and whoever types it gets a proof that their browser
 * carries for half an hour. A code is for one purpose, such as {@code sign-in}, in kebab case; the next one takes its place.
 * Whether anybody of that number is known changes nothing here, so that nobody finds out by asking.
 */
@Component
@Unscoped("asked before anybody is known, for one phone in the hands of whoever asks")
public class PhoneCodes {

    static final Duration CODE_LIVES = Duration.ofMinutes(10);
    static final Duration PROOF_LIVES = Duration.ofMinutes(30);
    static final int TRIES = 5;
    static final String KIND = "access.phone-code";

    private static final String PHONES = "access.phone_code.phone";
    private static final String CODES = "access.phone_code.code";
    private static final List<Limit> BY_PHONE = List.of(
            new Limit("phone-codes-minute", 1, Duration.ofMinutes(1)),
            new Limit("phone-codes-hour", 5, Duration.ofHours(1)),
            new Limit("phone-codes-day", 10, Duration.ofDays(1)));
    private static final Actor JOB = Actor.system("phone-codes");

    private final JdbcClient db;
    private final Vault vault;
    private final Notices notices;
    private final RateLimits limits;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Limit byNetwork;
    private final SecureRandom random = new SecureRandom();

    PhoneCodes(
            JdbcClient db,
            Vault vault,
            Notices notices,
            RateLimits limits,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${uniongrid.phone-codes-per-network:600}") int perNetwork) {
        this.db = db;
        this.vault = vault;
        this.notices = notices;
        this.limits = limits;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.byNetwork = new Limit("phone-codes-network", perNetwork, Duration.ofMinutes(10));
    }

    /**
     * Sends a code in place of the one before. {@link RuleBroken} where it is no mobile phone, or where the phone got too
     * many: its value is in how many minutes one may be asked for again. A network that asks too often is answered 429. What
     * counts is counted before the transaction: whoever holds a connection and waits for another stops everybody at a gate.
     */
    public void send(String typedPhone, String purpose, Client client) {
        var phone = Phone.of(typedPhone).orElseThrow(() -> new RuleBroken(PeopleRule.PHONE_FORM));
        limits.require(byNetwork, client.network());
        for (var limit : BY_PHONE)
            if (!limits.take(limit, phone.number()))
                throw new RuleBroken(AccessRule.PHONE_CODES_ARE_FEW, minutes(limits.wait(limit, phone.number())));
        transaction.executeWithoutResult(_ -> sendNow(phone, purpose));
    }

    private void sendNow(Phone phone, String purpose) {
        var code = "%06d".formatted(random.nextInt(1_000_000));
        keep(phone, purpose, vault.index(CODES, named(phone, purpose, code)));
        notices.tell(Notice.toAddress(KIND + ":" + UUID.randomUUID(), KIND, Notice.SMS, phone.number())
                .withSecret("code", code));
        trail.add(JOB, deed("access.phone-code.send", purpose));
    }

    private static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }

    private void keep(Phone phone, String purpose, byte[] code) {
        db.sql("delete from access.phone_code where phone = any (?) and purpose = ?")
                .params(marks(phone), purpose)
                .update();
        db.sql("""
                        insert into access.phone_code (phone, purpose, code, ends_at) values (?, ?, ?, ?)
                        on conflict (phone, purpose) do update
                        set code = excluded.code, ends_at = excluded.ends_at, tries = 0
                        """)
                .params(vault.index(PHONES, phone.number()), purpose, code, now().plus(CODE_LIVES))
                .update();
    }

    /** @return what the browser shows from now on; nothing where the code is wrong, old, used, or tried too often */
    public Optional<String> prove(String typedPhone, String purpose, String typedCode) {
        var phone = Phone.of(typedPhone);
        var code = typedCode.replaceAll("\\s", "");
        var proof =
                phone.flatMap(one -> Objects.requireNonNull(transaction.execute(_ -> proveNow(one, purpose, code))));
        // it has a transaction of its own
        if (proof.isEmpty()) trail.refused(JOB, deed("access.phone-code.prove", purpose));
        return proof;
    }

    private Optional<String> proveNow(Phone phone, String purpose, String code) {
        if (!isRight(phone, purpose, code)) return Optional.empty();
        db.sql("delete from access.phone_code where phone = any (?) and purpose = ?")
                .params(marks(phone), purpose)
                .update();
        var proof = fresh();
        db.sql("insert into access.phone_proof (proof, phone, purpose, ends_at) values (?, ?, ?, ?)")
                .params(LockOut.hash(proof), vault.index(PHONES, phone.number()), purpose, now().plus(PROOF_LIVES))
                .update();
        trail.add(JOB, deed("access.phone-code.prove", purpose));
        return Optional.of(proof);
    }

    /** Counts the try before it looks, so that many at once are no more than allowed. */
    private boolean isRight(Phone phone, String purpose, String code) {
        var asked = db.sql("""
                        update access.phone_code set tries = tries + 1
                        where phone = any (?) and purpose = ? and ends_at > ? and tries < ? returning code
                        """)
                .params(marks(phone), purpose, now(), TRIES)
                .query(byte[].class)
                .optional();
        return asked.isPresent()
                && vault.indexes(CODES, named(phone, purpose, code)).stream()
                        .anyMatch(known -> MessageDigest.isEqual(known, asked.get()));
    }

    /** Whether the browser that shows this proved this phone for this purpose within the last half hour. */
    @Transactional
    public boolean isProven(String typedPhone, String purpose, @Nullable String proof) {
        var phone = Phone.of(typedPhone);
        if (phone.isEmpty() || proof == null) return false;
        return db.sql("""
                        select exists (select from access.phone_proof
                            where proof = ? and phone = any (?) and purpose = ? and ends_at > ?)
                        """)
                .params(LockOut.hash(proof), marks(phone.get()), purpose, now())
                .query(Boolean.class)
                .single();
    }

    /** As {@link #isProven}, and the proof is used up: for what a phone proves once, such as signing in. */
    @Transactional
    public boolean spend(String typedPhone, String purpose, @Nullable String proof) {
        if (proof == null || !isProven(typedPhone, purpose, proof)) return false;
        return db.sql("delete from access.phone_proof where proof = ?")
                        .param(LockOut.hash(proof))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void forgetOld() {
        db.sql("delete from access.phone_code where ends_at < ?").param(now()).update();
        db.sql("delete from access.phone_proof where ends_at < ?").param(now()).update();
    }

    /** A code is short: with the phone before it, and the key of the vault, its index tells nothing. */
    private static String named(Phone phone, String purpose, String code) {
        return phone.number() + " " + purpose + " " + code;
    }

    private byte[][] marks(Phone phone) {
        return vault.indexes(PHONES, phone.number()).toArray(byte[][]::new);
    }

    private static Deed deed(String action, String purpose) {
        return Deed.of(action, "access.phone-code", null, purpose);
    }

    private String fresh() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
