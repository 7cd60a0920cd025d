package org.uniongrid.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes, reaches, and the actor they follow from. */
class ReachTests {

    private static final Scope CITY = new Scope("/000001/");
    private static final Scope DISTRICT = new Scope("/000001/000002/");
    private static final Scope SIBLING = new Scope("/000001/000020/");

    @ParameterizedTest
    @ValueSource(strings = {"", "000001/", "/000001", "/1/", "/00000G/", "/000001//", "/000001/ /", "/00000A/"})
    void aScopeIsAPathOfUnits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(text));
    }

    @Test
    void aSubtreeIsARangeOfPaths() {
        var city = CITY.subtree();
        assertThat(city).isEqualTo(new Span("/000001/", "/0000010"));
        assertThat(DISTRICT.path()).isBetween(city.from(), city.to());
        assertThat("/000001/ffffffff/").isBetween(city.from(), city.to());
        assertThat("/000010/").isGreaterThan(city.to());
    }

    @Test
    void aUnitAloneIsARangeThatNoLongerPathFallsInto() {
        var alone = CITY.alone();
        assertThat(CITY.path()).isGreaterThanOrEqualTo(alone.from()).isLessThan(alone.to());
        assertThat("/000001/000000/").isGreaterThanOrEqualTo(alone.to());
    }

    @Test
    void seesAUnitWithoutWhatIsBelowIt() {
        var reach = new Reach.Units(List.of(), List.of(CITY));
        assertThat(reach.sees(CITY)).isTrue();
        assertThat(reach.seesBelow(CITY)).isFalse();
        assertThat(reach.sees(DISTRICT)).isFalse();
        assertThat(reach.under(CITY)).isEqualTo(CITY.alone());
        assertThat(reach.asArray()).containsExactly("=/000001/");
        assertThatIllegalArgumentException().isThrownBy(() -> reach.under(DISTRICT));
    }

    @Test
    void whatAnotherSubtreeHoldsIsLeftOut() {
        var reach = new Reach.Units(List.of(DISTRICT, CITY, CITY), List.of(SIBLING, CITY));
        assertThat(reach).isEqualTo(new Reach.Units(List.of(CITY)));
        assertThat(new Reach.Units(List.of(DISTRICT), List.of(SIBLING, SIBLING)).tops())
                .containsExactly(DISTRICT, SIBLING);
    }

    @Test
    void onlyUnitsAndTheCellSeeThePlacesOfTheRegister() {
        for (var reach : List.of(
                new Reach.Self(1),
                new Reach.Matters(1, Set.of(UUID.randomUUID())),
                new Reach.Receipt(new UUID(1, 1)))) {
            assertThat(reach.sees(CITY)).isFalse();
            assertThat(reach.seesBelow(CITY)).isFalse();
            assertThat(reach.asArray()).isEmpty();
        }
    }

    @Test
    void aConflictIsFoundInPostsThatWereNotChosen() {
        var chosen = post(CITY, "a.read");
        var other = post(DISTRICT, "b.read");
        var actor = new Actor(7, "甲", List.of(chosen, other), chosen);
        assertThat(actor.standsIn(DISTRICT)).isTrue();
        assertThat(actor.standsIn(SIBLING)).isFalse();
        assertThat(actor.standsIn(CITY)).isTrue();
        assertThat(actor.isAbout(7)).isTrue();
        assertThat(actor.isAbout(8)).isFalse();
    }

    @Test
    void seesItsOwnSubtreeAndNothingBeside() {
        var reach = new Reach.Units(List.of(DISTRICT));
        assertThat(reach.sees(DISTRICT)).isTrue();
        assertThat(reach.sees(new Scope("/000001/000002/000003/"))).isTrue();
        assertThat(reach.sees(SIBLING)).isFalse();
        assertThat(reach.sees(CITY)).isFalse();
    }

    @Test
    void theCellSeesAllAndNothingSeesNothing() {
        assertThat(new Reach.Cell().sees(SIBLING)).isTrue();
        assertThat(new Reach.Cell().asArray()).containsExactly("/");
        assertThat(Reach.Units.NONE.sees(CITY)).isFalse();
        assertThat(Reach.Units.NONE.asArray()).isEmpty();
    }

    @Test
    void aPermissionReachesAsFarAsTheChosenPost() {
        var far = post(CITY, "a.read");
        var near = post(DISTRICT, "b.read");
        var actor = new Actor(1, "甲", List.of(far, near), near);
        assertThat(actor.may("b.read")).isTrue();
        assertThat(actor.may("a.read")).as("held in another post").isFalse();
        assertThat(actor.reach("b.read")).isEqualTo(new Reach.Units(List.of(DISTRICT)));
        assertThat(actor.reach("a.read")).isEqualTo(Reach.Units.NONE);
    }

    @Test
    void whoeverHoldsNoPostMayNothing() {
        var nobody = new Actor(1, "甲", List.of(), null);
        assertThat(nobody.may("a.read")).isFalse();
        assertThat(nobody.reach("a.read")).isEqualTo(Reach.Units.NONE);
    }

    @Test
    void aJobReachesTheCellForWhatItNames() {
        var job = Actor.system("job", "a.read");
        assertThat(job.reach("a.read")).isEqualTo(new Reach.Cell());
        assertThat(job.may("b.read")).isFalse();
    }

    private static Actor.Post post(Scope scope, String permission) {
        return new Actor.Post(UUID.randomUUID(), "role", "干事", UUID.randomUUID(), "工会", scope, Set.of(permission));
    }
}
