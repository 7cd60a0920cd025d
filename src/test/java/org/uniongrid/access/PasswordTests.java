package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;

/** Changing one's own password: each rule with its words. */
@ModuleTest
class PasswordTests {

    private static final String NOW = Union.PASSWORD;

    private final Union union;
    private final Passwords passwords;
    private final MessageSource messages;
    private final JdbcClient db;
    private final int port;

    PasswordTests(Union union, Passwords passwords, MessageSource messages, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.passwords = passwords;
        this.messages = messages;
        this.db = db;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, Long enough 1, Long enough 1, PASSWORD_IS_NOW_RIGHT",
        "a Long enough secret, Ab3456789, Ab3456789, PASSWORD_LENGTH",
        "a Long enough secret, a Long enough secret, a Long enough secret, PASSWORD_IS_NEW",
        "a Long enough secret, my LOGIN is it, my LOGIN is it, PASSWORD_IS_NOT_THE_LOGIN",
        "a Long enough secret, only small letters, only small letters, PASSWORD_HAS_THREE_KINDS",
        "a Long enough secret, Password-2026, Password-2026, PASSWORD_IS_NOT_COMMON",
        "a Long enough secret, Long enough 1, Long enough 2, PASSWORD_TWICE_THE_SAME",
    })
    void everyRuleIsToldInWords(String now, String next, String again, AccessRule rule) {
        var account = union.account("audit-admin", null);
        var typed = next.replace("LOGIN", account.login().toUpperCase(java.util.Locale.ROOT));
        var answer = Visitor.as(account, port)
                .post(
                        "/account/password",
                        Map.of("now", now, "next", typed, "again", again.equals(next) ? typed : again));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(messages.getMessage(rule.key(), null, java.util.Locale.SIMPLIFIED_CHINESE))
                .doesNotContain(typed);
        assertThat(new Visitor(port).signIn(account.login(), NOW).statusCode())
                .as("the old one still opens")
                .isEqualTo(302);
    }

    @Test
    void aPasswordMayNotBeTooLong() {
        var account = union.account("audit-admin", null);
        var longest = "Aé9bc" + "é".repeat(Passwords.LONGEST - 5);
        var visitor = Visitor.as(account, port);
        assertThat(change(visitor, longest + "x")).isEqualTo(422);
        assertThat(change(visitor, longest)).isEqualTo(302);
        assertThat(new Visitor(port).signIn(account.login(), longest).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theNewPasswordOpensAndTheOldOneNoLonger() {
        var account = union.account("audit-admin", null);
        assertThat(change(Visitor.as(account, port), "中文口令Ab也可以用吗好的")).isEqualTo(302);
        assertThat(new Visitor(port).signIn(account.login(), NOW).statusCode()).isEqualTo(401);
        assertThat(new Visitor(port).signIn(account.login(), "中文口令Ab也可以用吗好的").statusCode())
                .isEqualTo(302);
    }

    @Test
    void passwordsAreKeptAsSaltedHashes() {
        var account = union.account("audit-admin", null);
        var hash = db.sql("select password_hash from access.account where login = ?")
                .param(account.login())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash(NOW)).isNotEqualTo(hash);
        assertThat(passwords.matches(NOW, hash)).isTrue();
        assertThat(passwords.matches(NOW + " ", hash)).isFalse();
    }

    @Test
    void oneTimePasswordsAreLongAndDiffer() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> passwords.random()))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[a-km-zA-HJ-NP-Z2-9]{16}"));
    }

    private static int change(Visitor visitor, String next) {
        return visitor.post("/account/password", Map.of("now", NOW, "next", next, "again", next))
                .statusCode();
    }
}
