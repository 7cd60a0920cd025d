package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;

/** The list of sign-ins. */
@ModuleTest
class SignInListTests {

    private static final Reach CELL = new Reach.Cell();

    private final Union union;
    private final SignIns signIns;

    SignInListTests(Union union, SignIns signIns) {
        this.union = union;
        this.signIns = signIns;
    }

    @BeforeEach
    void somebodyTries() {
        IntStream.range(0, 2 * SignIns.SIZE + 5)
                .forEach(i -> signIns.add(null, SignIns.Outcome.UNKNOWN, "192.0.2." + i));
    }

    @Test
    void signInsComeLatestFirstAndOnce() {
        var met = new ArrayList<SignIns.Row>();
        var page = signIns.page(CELL, SignIns.Outcome.UNKNOWN, Cursor.START);
        met.addAll(page.rows());
        for (int i = 0; i < 2; i++) {
            page = signIns.page(CELL, SignIns.Outcome.UNKNOWN, new Cursor(page.after(), false));
            met.addAll(page.rows());
        }
        assertThat(met.stream().limit(105).map(SignIns.Row::address))
                .containsExactlyElementsOf(IntStream.range(0, 105)
                        .mapToObj(i -> "192.0.2." + (104 - i))
                        .toList());
        var back = signIns.page(CELL, SignIns.Outcome.UNKNOWN, new Cursor(page.before(), true));
        assertThat(back.rows()).isEqualTo(met.subList(SignIns.SIZE, 2 * SignIns.SIZE));
        assertThat(met).allMatch(row -> row.login() == null && row.person() == null);
    }

    @Test
    void aRowThatIsGoneLeadsToTheFirstPage() {
        var gone = new Cursor(new UUID(4, 2), false);
        assertThat(signIns.page(CELL, null, gone)).isEqualTo(signIns.page(CELL, null, Cursor.START));
    }

    @Test
    void whoeverDoesNotReachTheWholeCellFindsNothing() {
        for (var reach :
                List.of(Reach.Units.NONE, new Reach.Units(List.of(union.city().scope())))) {
            assertThat(signIns.page(reach, null, Cursor.START).isEmpty()).isTrue();
        }
    }
}
