package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;
import org.uniongrid.ModuleTest;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.PeopleRule;
import org.uniongrid.people.Vault;

/** A code proves one phone for one purpose, for a while, and tells nobody whose phone it is. */
@ModuleTest
class PhoneCodesTests {

    private static final String SIGN_IN = "sign-in";

    private final Moved clock = new Moved(Instant.parse("2026-05-01T00:00:00Z"));
    private final List<Notice> sent = new ArrayList<>();
    private final String phone = Numbers.phone();
    private final Client client = new Client(UUID.randomUUID().toString(), null);
    private final JdbcClient db;
    private final Vault vault;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final PhoneCodes codes;

    PhoneCodesTests(JdbcClient db, Vault vault, AuditTrail trail, TransactionTemplate transaction) {
        this.db = db;
        this.vault = vault;
        this.trail = trail;
        this.transaction = transaction;
        this.codes = codes(600);
    }

    private PhoneCodes codes(int perNetwork) {
        return new PhoneCodes(
                db, vault, sent::add, new RateLimits(db, vault, clock), trail, transaction, clock, perNetwork);
    }

    @Test
    void aCodeGoesToThePhoneAloneAndProvesItForHalfAnHour() {
        send(SIGN_IN);
        assertThat(sent.getFirst().personId()).isNull();
        assertThat(sent.getFirst().secrets()).containsEntry("to-sms", phone);
        assertThat(code()).matches("[0-9]{6}");
        clock.by(PhoneCodes.CODE_LIVES.minusMillis(1));
        var proof = prove("+86 " + phone.substring(0, 3) + " " + phone.substring(3), SIGN_IN, " " + code());
        assertThat(proof).isNotNull();
        assertThat(isProven(phone, SIGN_IN, proof)).isTrue();
        assertThat(isProven(Numbers.phone(), SIGN_IN, proof)).isFalse();
        assertThat(isProven(phone, "own-data", proof)).isFalse();
        assertThat(isProven(phone, SIGN_IN, proof + "x")).isFalse();
        assertThat(isProven(phone, SIGN_IN, null)).isFalse();
        clock.by(PhoneCodes.PROOF_LIVES.minusMillis(1));
        assertThat(isProven(phone, SIGN_IN, proof)).isTrue();
        clock.by(Duration.ofMillis(1));
        assertThat(isProven(phone, SIGN_IN, proof)).isFalse();
    }

    @Test
    void aCodeEndsAfterTenMinutes() {
        send(SIGN_IN);
        clock.by(PhoneCodes.CODE_LIVES);
        assertThat(prove(phone, SIGN_IN, code())).isNull();
    }

    @Test
    void aCodeIsUsedOnceAndForItsPurposeOnly() {
        send(SIGN_IN);
        assertThat(prove(phone, "join", code())).isNull();
        assertThat(prove(Numbers.phone(), SIGN_IN, code())).isNull();
        assertThat(prove(phone, SIGN_IN, code())).isNotNull();
        assertThat(prove(phone, SIGN_IN, code())).isNull();
    }

    @Test
    void theFifthTryMayBeRightAndTheSixthMayNot() {
        send(SIGN_IN);
        for (int i = 1; i < PhoneCodes.TRIES; i++)
            assertThat(prove(phone, SIGN_IN, wrong())).isNull();
        assertThat(prove(phone, SIGN_IN, code())).isNotNull();
        clock.by(Duration.ofMinutes(1));
        send(SIGN_IN);
        for (int i = 0; i < PhoneCodes.TRIES; i++)
            assertThat(prove(phone, SIGN_IN, wrong())).isNull();
        assertThat(prove(phone, SIGN_IN, code())).isNull();
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOneBeforeAndAProofOutlivesIt() {
        send(SIGN_IN);
        var first = code();
        var proof = prove(phone, SIGN_IN, first);
        clock.by(Duration.ofMinutes(1));
        send(SIGN_IN);
        var second = code();
        clock.by(Duration.ofMinutes(1));
        do send(SIGN_IN);
        while (code().equals(second) && pass());
        assertThat(prove(phone, SIGN_IN, second)).isNull();
        assertThat(prove(phone, SIGN_IN, code())).isNotNull();
        assertThat(isProven(phone, SIGN_IN, proof)).isTrue();
    }

    @Test
    void aProofIsSpentOnce() {
        send("join");
        var proof = prove(phone, "join", code());
        assertThat(spend(SIGN_IN, proof)).isFalse();
        assertThat(spend("join", proof)).isTrue();
        assertThat(spend("join", proof)).isFalse();
        assertThat(isProven(phone, "join", proof)).isFalse();
    }

    @Test
    void aPhoneGetsOneCodeAMinute() {
        send(SIGN_IN);
        clock.by(Duration.ofMinutes(1).minusMillis(1));
        assertThat(waitsFor("join")).isEqualTo(1L);
        clock.by(Duration.ofMillis(1));
        send("join");
        assertThat(sent).hasSize(2);
    }

    @Test
    void aPhoneGetsFiveCodesAnHour() {
        for (int i = 0; i < 5; i++) {
            send(SIGN_IN);
            clock.by(Duration.ofMinutes(1));
        }
        assertThat(waitsFor(SIGN_IN)).isEqualTo(7L);
        clock.by(Duration.ofMinutes(6));
        assertThat(waitsFor(SIGN_IN)).isEqualTo(1L);
        clock.by(Duration.ofMinutes(1));
        send(SIGN_IN);
        assertThat(sent).hasSize(6);
    }

    @Test
    void aPhoneGetsTenCodesADay() {
        for (int i = 0; i < 10; i++) {
            send(SIGN_IN);
            clock.by(Duration.ofMinutes(12));
        }
        assertThat(waitsFor(SIGN_IN)).isEqualTo(24L);
        clock.by(Duration.ofMinutes(24));
        send(SIGN_IN);
        assertThat(sent).hasSize(11);
    }

    @Test
    void aNetworkThatAsksForManyPhonesIsTurnedAway() {
        var few = codes(2);
        for (int i = 0; i < 2; i++) send(few, client);
        assertThatThrownBy(() -> send(few, client))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(429));
        send(few, new Client("another" + client.address(), null));
    }

    @Test
    void whatIsNoMobilePhoneGetsNone() {
        assertThatThrownBy(() -> codes.send("0512-6522", SIGN_IN, client))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(PeopleRule.PHONE_FORM));
        assertThat(sent).isEmpty();
    }

    @Test
    void theTrailSaysThatACodeWasAskedForAndNotWhose() {
        send(SIGN_IN);
        prove(phone, SIGN_IN, wrong());
        assertThat(db.sql("select e::text from access.audit_entry e order by id desc limit 2")
                        .query(String.class)
                        .list())
                .allSatisfy(entry -> assertThat(entry).doesNotContain(phone))
                .anySatisfy(entry -> assertThat(entry).contains("access.phone-code.send", "sign-in"))
                .anySatisfy(entry -> assertThat(entry).contains("access.phone-code.prove"));
    }

    private boolean pass() {
        clock.by(Duration.ofHours(3));
        return true;
    }

    private void send(String purpose) {
        transaction.executeWithoutResult(_ -> codes.send(phone, purpose, client));
    }

    private void send(PhoneCodes some, Client from) {
        transaction.executeWithoutResult(_ -> some.send(Numbers.phone(), SIGN_IN, from));
    }

    private Object waitsFor(String purpose) {
        var before = sent.size();
        try {
            send(purpose);
        } catch (RuleBroken broken) {
            assertThat(broken.rule()).isEqualTo(AccessRule.PHONE_CODES_ARE_FEW);
            assertThat(sent).hasSize(before);
            return broken.values().getFirst();
        }
        throw new AssertionError("was sent");
    }

    private @Nullable String prove(String typed, String purpose, String code) {
        return Objects.requireNonNull(transaction.execute(_ -> codes.prove(typed, purpose, code)))
                .orElse(null);
    }

    private boolean isProven(String typed, String purpose, @Nullable String proof) {
        return Boolean.TRUE.equals(transaction.execute(_ -> codes.isProven(typed, purpose, proof)));
    }

    private boolean spend(String purpose, @Nullable String proof) {
        return Boolean.TRUE.equals(transaction.execute(_ -> codes.spend(phone, purpose, proof)));
    }

    private String code() {
        return sent.getLast().secrets().getOrDefault("code", "");
    }

    /** Never the code that was sent. */
    private String wrong() {
        return code().startsWith("0") ? "1" + code().substring(1) : "0" + code().substring(1);
    }
}
