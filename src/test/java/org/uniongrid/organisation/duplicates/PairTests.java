package org.uniongrid.organisation.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;

/** Entries that may be one employer are found; what was said to be two stays two. */
@ModuleTest
class PairTests extends MergeFixture {

    private final PairList pairs;

    PairTests(Union union, PairList pairs, MockMvcTester mvc, JdbcClient db) {
        super(union, mvc, db);
        this.pairs = pairs;
    }

    @Test
    void entriesOfOneNameAreFoundHoweverItIsWritten() {
        var word = "并名" + UUID.randomUUID().toString().substring(0, 6);
        var place = db.sql("select name from organisation.division where code = ?")
                .param(city.division())
                .query(String.class)
                .single();
        var one = named(place + word + "物流有限公司", "长江大道 88 号");
        var other = named(word + "物流（" + place.replace("市", "") + "）有限责任公司", "别处的一条路 9 号");
        var third = named(word + "物流配送有限公司", "长江大道88号");
        assertThat(likeness(one, other)).containsExactly("SAME_NAME");
        assertThat(likeness(one, third)).containsExactly("SAME_ADDRESS");
        assertThat(likeness(other, third)).isEmpty();
        db.sql("update organisation.employer set name = ? where public_id = ?")
                .params(word + "另一家有限公司", other)
                .update();
        assertThat(likeness(one, other)).as("no longer alike").isEmpty();
    }

    @Test
    void whatWasSaidToBeTwoDoesNotComeBack() {
        var word = "并别" + UUID.randomUUID().toString().substring(0, 6);
        var one = named(word + "有限公司", "");
        named(word + "有限责任公司", "");
        var reach = cadre.reach(MergeDesk.EDIT);
        var pair = all(reach, false).stream()
                .filter(row -> row.oneName().startsWith(word))
                .findFirst()
                .orElseThrow();
        assertThat(pair.key()).isEqualTo("employer.pair.likeness.same_name.no-code");
        assertThat(post("/duplicates/" + pair.publicId() + "/apart", Map.of())).hasStatus3xxRedirection();
        db.sql("update organisation.employer set address = '一个新的地方 5 号' where public_id = ?")
                .param(one)
                .update();
        assertThat(all(reach, false)).noneMatch(row -> row.oneName().startsWith(word));
        assertThat(all(reach, true)).anyMatch(row -> row.publicId().equals(pair.publicId()));
        var elsewhere = union.cadre(union.district(city, "并外")).reach(MergeDesk.EDIT);
        assertThat(all(elsewhere, true)).isEmpty();
    }

    private List<PairList.Row> all(Reach reach, boolean apart) {
        return pairs.page(reach, apart, Cursor.START).rows();
    }

    private UUID named(String name, String address) {
        return db.sql("""
                        insert into organisation.employer (name, search, division, address) values (?, '', ?, ?) returning public_id
                        """)
                .params(name, east.division(), address)
                .query(UUID.class)
                .single();
    }

    private List<String> likeness(UUID one, UUID other) {
        return db.sql("""
                        select p.likeness from organisation.employer_pair p
                        join organisation.employer a on a.id = p.one_id join organisation.employer b on b.id = p.other_id
                        where (a.public_id, b.public_id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", one)
                .param("other", other)
                .query(String.class)
                .list();
    }
}
