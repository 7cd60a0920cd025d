package org.uniongrid.people.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;

/** A start with keys, without keys, with the keys of somebody else. */
@ModuleTest
class KeySetupTests {

    private final KeyRing ring;
    private final KeyStates states;
    private final SealedTables tables;
    private final TransactionTemplate transaction;
    private final Persons persons;
    private final Identities identities;

    @TempDir
    Path elsewhere;

    KeySetupTests(
            KeyRing ring,
            KeyStates states,
            SealedTables tables,
            TransactionTemplate transaction,
            Persons persons,
            Identities identities) {
        this.ring = ring;
        this.states = states;
        this.tables = tables;
        this.transaction = transaction;
        this.persons = persons;
        this.identities = identities;
    }

    private void start(KeyRing keys) {
        new KeySetup(keys, states, tables, "international", transaction);
    }

    @Test
    void aStartWithItsKeysChangesNothing() {
        var before = states.all();
        start(ring);
        assertThat(states.all()).isEqualTo(before);
    }

    @Test
    void aStartWithoutTheKeysOfWhatIsSealedIsRefusedAndMakesNone() {
        identities.keep(persons.add("试缺钥"), IdentityField.PHONE, Numbers.phone());
        var before = states.all();
        var keys = new KeyRing(elsewhere);
        assertThatThrownBy(() -> start(keys))
                .isInstanceOfSatisfying(
                        KeyProblem.class,
                        problem -> assertThat(problem.remedy()).contains("Copy that file from a backup"))
                .hasMessageMatching(
                        "The database holds values sealed with the key [0-9a-f]{8}, which is not in .*/keys/vault");
        assertThat(Files.exists(keys.path())).isFalse();
        assertThat(states.all()).isEqualTo(before);
    }

    @Test
    void theProblemIsToldInTwoLines() {
        var told = new KeyFailureAnalyzer().analyze(new IllegalStateException(), new KeyProblem("What", "Remedy"));
        assertThat(told.getDescription()).isEqualTo("What");
        assertThat(told.getAction()).isEqualTo("Remedy");
    }

    @Test
    void aSettingThatNamesNoAlgorithmsIsRefused() {
        assertThatThrownBy(() -> Profile.named("rot13")).isInstanceOf(KeyProblem.class);
        assertThat(Profile.named("GM")).isEqualTo(Profile.GM);
    }
}
