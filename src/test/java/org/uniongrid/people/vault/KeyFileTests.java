package org.uniongrid.people.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private KeyFile file() {
        return new KeyFile(folder.resolve("keys").resolve("vault"));
    }

    @Test
    void keepsKeysInTheirOrder() throws Exception {
        var first = Profile.INTERNATIONAL.newKey(RANDOM);
        var second = Profile.GM.newKey(RANDOM);
        assertThat(file().read()).isEmpty();
        file().add(first);
        file().add(second);
        assertThat(file().read()).containsExactly(first, second);
    }

    @Test
    void onlyTheOwnerReadsIt() throws Exception {
        file().add(Profile.GM.newKey(RANDOM));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file().path().getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file().path().getParent())) {
            assertThat(files).containsExactly(file().path());
        }
    }

    @Test
    void saysWhichLineIsDamagedAndNothingOfWhatItHolds() throws Exception {
        file().add(Profile.INTERNATIONAL.newKey(RANDOM));
        var good = Files.readString(file().path());
        var line = good.lines().toList().getLast();
        for (var broken : new String[] {
            line.substring(0, line.length() - 5),
            line.replace("INTERNATIONAL", "GM"),
            line.replace("INTERNATIONAL", "NONE"),
            line.substring(0, 30) + (line.charAt(30) == 'A' ? 'B' : 'A') + line.substring(31),
            "?".repeat(20)
        }) {
            Files.writeString(file().path(), good.replace(line, broken));
            assertThatThrownBy(() -> file().read())
                    .isInstanceOf(KeyProblem.class)
                    .hasMessage("The key file %s is damaged in line 3", file().path())
                    .hasNoCause();
        }
    }

    @Test
    void aKeyNeverPrintsItself() {
        var key = Profile.INTERNATIONAL.newKey(RANDOM);
        assertThat(key).hasToString("key " + key.id());
    }
}
