package org.uniongrid.people.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** What the security administrator sees of the keys. */
@ModuleTest
class KeyPagesTests {

    private final MockMvcTester mvc;
    private final KeyStates states;
    private final KeyRing ring;
    private final Union union;

    KeyPagesTests(MockMvcTester mvc, KeyStates states, KeyRing ring, Union union) {
        this.mvc = mvc;
        this.states = states;
        this.ring = ring;
        this.union = union;
    }

    @Test
    void showsKeysByTheirIdsAndNeverThemselves() throws Exception {
        var secrets = java.nio.file.Files.readAllLines(ring.path()).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> java.util.stream.Stream.of(line.split(" ")).skip(2))
                .toList();
        assertThat(secrets).isNotEmpty();
        assertThat(mvc.get()
                        .uri("/people/keys")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(Actor.class.getName(), union.holder("security-admin", null)))
                .hasStatusOk()
                .bodyText()
                .contains(states.all().getFirst().id(), ring.path().toString())
                .doesNotContain(secrets);
    }

    @Test
    void startsNothingWithoutConfirmation() {
        var before = states.all();
        assertThat(mvc.post()
                        .uri("/people/keys/rotation")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(Actor.class.getName(), union.holder("security-admin", null)))
                .hasStatus(422);
        assertThat(states.all()).isEqualTo(before);
    }

    @Test
    void startsOnceConfirmed() {
        var before = states.all().getFirst();
        assertThat(mvc.post()
                        .uri("/people/keys/rotation")
                        .param("understood", "true")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(Actor.class.getName(), union.holder("security-admin", null)))
                .hasStatus(302)
                .hasRedirectedUrl("/people/keys");
        assertThat(states.all().getFirst()).isNotEqualTo(before);
    }
}
