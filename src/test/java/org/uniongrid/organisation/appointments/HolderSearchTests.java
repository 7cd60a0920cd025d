package org.uniongrid.organisation.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.people.NameSearch;

/** Who holds a post within reach, found by a name that few have and by one that very many have. */
@ModuleTest
class HolderSearchTests {

    private final Union union;
    private final HolderList list;
    private final Candidates candidates;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    HolderSearchTests(
            Union union, HolderList list, Candidates candidates, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.list = list;
        this.candidates = candidates;
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void aNameIsFoundWithinReachHoweverManyHaveIt() {
        for (var more : List.of(0, NameSearch.MOST))
            transaction.executeWithoutResult(status -> {
                var city = union.city();
                var east = union.district(city, "东");
                var west = union.district(city, "西");
                var holder = union.holder("union-chair", union.enterprise(east, "龘厂"));
                named(holder, "龘一");
                named(union.holder("union-chair", union.enterprise(west, "龘行")), "龘二");
                db.sql("insert into people.person (name) select '龘' || n from generate_series(1, ?) n")
                        .param(more)
                        .update();
                var reach = new Reach.Units(List.of(east.scope()));
                assertThat(found(reach, "龘")).as("with %d others", more).containsExactly("龘一");
                assertThat(found(new Reach.Units(List.of(), List.of(east.scope())), "龘"))
                        .isEmpty();
                assertThat(found(new Reach.Units(List.of(east.scope(), west.scope())), "龘"))
                        .containsExactly("龘一", "龘二");
                assertThat(candidates.named("龘", reach))
                        .extracting(Candidates.Candidate::name)
                        .containsExactly("龘一");
                assertThat(found(new Reach.Self(holder.personId()), "龘")).isEmpty();
                status.setRollbackOnly();
            });
    }

    @Test
    void rolesAreThoseHeldWithinReach() {
        var city = union.city();
        var east = union.district(city, "东");
        union.holder("federation-cadre", city);
        union.holder("union-chair", union.enterprise(east, "厂"));
        assertThat(list.roles(new Reach.Units(List.of(east.scope()))))
                .extracting(HolderList.Held::key)
                .containsExactly("union-chair");
        assertThat(list.roles(new Reach.Units(List.of(city.scope()))))
                .extracting(HolderList.Held::key)
                .containsExactly("federation-cadre", "union-chair");
        assertThat(list.roles(Reach.Units.NONE)).isEmpty();
    }

    @Test
    void pagesFollowTheTree() {
        var city = union.city();
        for (int i = 0; i < HolderList.SIZE + 1; i++) union.holder("union-chair", city);
        var last = union.holder("union-chair", union.district(city, "东"));
        var reach = new Reach.Units(List.of(city.scope()));
        var filter = new HolderList.Filter("", null);
        var first = list.page(reach, filter, Cursor.START);
        var second = list.page(reach, filter, Cursor.of(first.after(), null));
        assertThat(first.rows()).hasSize(HolderList.SIZE);
        assertThat(second.rows())
                .hasSize(2)
                .last()
                .extracting(HolderList.Row::name)
                .isEqualTo(last.name());
        assertThat(list.page(reach, filter, Cursor.of(null, second.before())).rows())
                .isEqualTo(first.rows());
        assertThat(list.count(reach, filter)).isEqualTo(HolderList.SIZE + 2);
    }

    private void named(Actor holder, String name) {
        db.sql("update people.person set name = ? where id = ?")
                .params(name, holder.personId())
                .update();
    }

    private List<String> found(Reach reach, String q) {
        var filter = new HolderList.Filter(q, null);
        var names = list.page(reach, filter, Cursor.START).rows().stream()
                .map(HolderList.Row::name)
                .toList();
        assertThat(list.count(reach, filter)).isEqualTo(names.size());
        return names;
    }
}
