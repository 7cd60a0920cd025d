package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uniongrid.foundation.RuleBroken;

/** What each profile asks of a password, at its borders. */
class PasswordProfileTests {

    @ParameterizedTest
    @CsvSource({
        // length
        "DENGBAO, Ab3456789, PASSWORD_LENGTH",
        "DENGBAO, Ab34567890,",
        "ASVS, kxqvbnwrt, PASSWORD_LENGTH",
        "ASVS, kxqvbnwrtz,",
        // kinds
        "DENGBAO, kxqvbnwrtz1, PASSWORD_HAS_THREE_KINDS",
        "DENGBAO, KXQVBNWRTZ!, PASSWORD_HAS_THREE_KINDS",
        "DENGBAO, abcdefgh 12,",
        "DENGBAO, 密码密码密码Ab密码2,",
        "DENGBAO, 一二三四五六七八九十, PASSWORD_HAS_THREE_KINDS",
        "ASVS, 一二三四五六七八九十,",
        // login and name
        "ASVS, my-LI.WEI-secret, PASSWORD_IS_NOT_THE_LOGIN",
        "DENGBAO, Li.Wei-2026x, PASSWORD_IS_NOT_THE_LOGIN",
        "ASVS, 我是李伟伟呀你好吗, PASSWORD_LENGTH",
        "ASVS, 我是李伟伟呀你们好吗, PASSWORD_IS_NOT_THE_NAME",
        // guessed first
        "ASVS, Password2026, PASSWORD_IS_NOT_COMMON",
        "DENGBAO, P@ssw0rd!2026, PASSWORD_IS_NOT_COMMON",
        "ASVS, 1234567890, PASSWORD_IS_NOT_COMMON",
        "ASVS, QwertyUiop, PASSWORD_IS_NOT_COMMON",
        "ASVS, gonghui-20261121, PASSWORD_IS_NOT_COMMON",
        "ASVS, aaaaaaaaaaaa, PASSWORD_IS_NOT_COMMON",
        "ASVS, abababababcd, PASSWORD_IS_NOT_COMMON",
        "ASVS, abababababcde,",
        "ASVS, passwordless harbour,",
    })
    void everyRuleHasItsBorder(PasswordProfile profile, String password, @Nullable AccessRule broken) {
        if (broken == null)
            assertThatCode(() -> profile.check(password, "li.wei", "李伟伟")).doesNotThrowAnyException();
        else
            assertThatThrownBy(() -> profile.check(password, "li.wei", "李伟伟"))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, found -> assertThat(found.rule()).isEqualTo(broken));
    }

    @Test
    void theProfilesSayWhatTheyAreFor() {
        assertThat(PasswordProfile.DENGBAO.age()).isEqualTo(Duration.ofDays(90));
        assertThat(PasswordProfile.DENGBAO.idle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(PasswordProfile.DENGBAO.notAgain()).isEqualTo(5);
        assertThat(PasswordProfile.ASVS.age()).isNull();
        assertThat(PasswordProfile.ASVS.notAgain()).isEqualTo(1);
    }
}
