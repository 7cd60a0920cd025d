package org.uniongrid.organisation.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.EmployersMerged;

/** Two entries become one: nothing is lost, and nobody merges twice. */
@ModuleTest
@RecordApplicationEvents
class MergeTests extends MergeFixture {

    private static final Random CHANCE = new Random(20261130);

    private final MergeDesk desk;
    private final LocalDate today;

    MergeTests(Union union, MergeDesk desk, MockMvcTester mvc, JdbcClient db, Clock clock) {
        super(union, mvc, db);
        this.desk = desk;
        this.today = LocalDate.now(clock);
    }

    @RepeatedTest(12)
    void everyDayYearAndMembershipOfBothIsInTheOneThatStays() {
        var unions = List.of(union.under(east, Category.JOINT, "并甲"), union.under(east, Category.JOINT, "并乙"));
        var chains = List.of(chain(), chain());
        var stays = union.employerIn(east, "并留");
        var goes = union.employerIn(east, "并去");
        for (var each : List.of(stays, goes)) {
            for (var one : unions)
                spells(
                        "organisation.cover (employer_id, unit_id, mode, during)",
                        each,
                        one.id(),
                        List.of("JOINT", "COVERED"));
            for (var one : chains)
                spells(
                        "organisation.chain_member (employer_id, chain_id, position, during)",
                        each,
                        one,
                        List.of("OWNER", "UPSTREAM"));
            for (int year = 2019; year < 2026; year++)
                if (CHANCE.nextBoolean())
                    db.sql(
                                    "insert into organisation.employer_insured select id, ?, ? from organisation.employer where public_id = ?")
                            .params(year, CHANCE.nextInt(900), each.publicId())
                            .update();
        }
        var covers = union(days("cover", "unit_id", stays), days("cover", "unit_id", goes));
        var members = union(days("chain_member", "chain_id", stays), days("chain_member", "chain_id", goes));
        var years = union(years(stays), years(goes));
        merge(stays, goes, Set.of());
        assertThat(days("cover", "unit_id", stays)).isEqualTo(covers);
        assertThat(days("chain_member", "chain_id", stays)).isEqualTo(members);
        assertThat(years(stays)).isEqualTo(years);
        assertThat(days("cover", "unit_id", goes)).isEmpty();
    }

    @Test
    void theOneThatIsGoneLeadsToTheOtherAndIsInNoListOrCount() {
        var stays = union.employerIn(east, "并引");
        var goes = union.employerIn(east, "并引");
        merge(stays, goes, Set.of("uscc", "name"));
        assertThat(get("/" + goes.publicId()))
                .hasStatusOk()
                .bodyText()
                .contains(goes.name(), stays.publicId().toString(), "已经合并");
        assertThat(get("/" + stays.publicId())).hasStatusOk().bodyText().contains(goes.creditCode());
        assertThat(get("/" + stays.publicId() + "?tab=history")).bodyText().contains(goes.name(), "合并进来的记录");
        assertThat(get("?q=" + goes.creditCode()))
                .bodyText()
                .contains(stays.publicId().toString())
                .doesNotContain(goes.publicId().toString());
        assertThat(get("/" + goes.publicId() + "/edit")).hasStatus(404);
        var deeds = db.sql("select action from access.audit_entry where subject_id in (?, ?) order by id")
                .params(stays.publicId(), goes.publicId())
                .query(String.class)
                .list();
        assertThat(deeds).contains("organisation.employer.merge", "organisation.employer.merge-away");
        var third = union.employerIn(east, "并引");
        merge(third, stays, Set.of());
        assertThat(get("/" + goes.publicId()))
                .as("leads to the last one")
                .bodyText()
                .contains(third.publicId().toString());
    }

    @Test
    void ofUnionsThatBeganOnOneDayTheMainOneOfTheOneThatStaysRemains() {
        var older = union.under(east, Category.JOINT, "并先");
        var own = union.under(east, Category.JOINT, "并主");
        var stays = union.coveredBy(own, "并同");
        var goes = union.coveredBy(older, "并同");
        assertThat(get("/" + stays.publicId() + "/merge/" + goes.publicId()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("合并后所属工会改为");
        merge(stays, goes, Set.of());
        assertThat(mainUnion(stays)).isEqualTo(own.id());
    }

    @Test
    void aUnionThatBeganADayEarlierBecomesTheMainOneAndThePageSaysSoBefore() {
        var older = union.under(east, Category.JOINT, "并早");
        var own = union.under(east, Category.JOINT, "并晚");
        var stays = union.coveredBy(own, "并日");
        var goes = union.coveredBy(older, "并日");
        db.sql("update organisation.cover set during = daterange(lower(during) - 1, null) where unit_id = ?")
                .param(older.id())
                .update();
        assertThat(get("/" + stays.publicId() + "/merge/" + goes.publicId()))
                .bodyText()
                .contains("合并后所属工会改为：" + older.name());
        merge(stays, goes, Set.of());
        assertThat(mainUnion(stays)).isEqualTo(older.id());
    }

    private long mainUnion(Union.Employer employer) {
        return db.sql("select union_id from organisation.employer where public_id = ?")
                .param(employer.publicId())
                .query(Long.class)
                .single();
    }

    @Test
    void otherModulesAreToldOnceOfAMerge(ApplicationEvents events) {
        var stays = union.employerIn(east, "并告");
        var goes = union.employerIn(east, "并告");
        merge(stays, goes, Set.of());
        assertThat(events.stream(EmployersMerged.class)).singleElement().satisfies(told -> {
            assertThat(told.keptId()).isEqualTo(stays.publicId());
            assertThat(told.goneId()).isEqualTo(goes.publicId());
        });
    }

    @Test
    void noCoverComesToTheOneThatIsGone() {
        var goes = union.employerIn(east, "并无");
        merge(union.employerIn(east, "并无"), goes, Set.of());
        assertThatThrownBy(() -> db.sql("""
                                insert into organisation.cover (employer_id, unit_id, mode, during)
                                select id, ?, 'COVERED', daterange(current_date, null) from organisation.employer where public_id = ?
                                """).params(east.id(), goes.publicId()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void derivationsLeaveTheOneThatIsGoneWhereItIs() {
        var stays = union.employerIn(east, "并定");
        var goes = union.employerIn(east, "并定");
        merge(stays, goes, Set.of());
        db.sql("select organisation.catch_up()").query(row -> {});
        db.sql("update organisation.unit set division = division where id = ?")
                .param(east.id())
                .update();
        assertThat(db.sql("select scope is null from organisation.employer where public_id = ?")
                        .param(goes.publicId())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void ofTwoWhoMergeAtOnceOneWins() throws Exception {
        var one = union.employerIn(east, "并争");
        var other = union.employerIn(east, "并争");
        try (var people = Executors.newFixedThreadPool(2)) {
            var tries = people.invokeAll(List.of(attempt(one, other), attempt(other, one)));
            var won = new HashSet<Boolean>();
            for (var each : tries) won.add(each.get());
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
    }

    private Callable<Boolean> attempt(Union.Employer stays, Union.Employer goes) {
        return () -> {
            try {
                merge(stays, goes, Set.of());
                return true;
            } catch (RuleBroken | NoSuchElementException lost) {
                return false;
            }
        };
    }

    @Test
    void whatIsOutOfReachIsNotMergedAndWhatChangedIsLookedAtAgain() {
        var near = union.employerIn(east, "并近");
        var far = union.employerIn(union.district(city, "并远"), "并远");
        assertThatThrownBy(() -> merge(near, far, Set.of())).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> merge(far, near, Set.of())).isInstanceOf(NoSuchElementException.class);
        var other = union.employerIn(east, "并近");
        var address = "/" + near.publicId() + "/merge/" + other.publicId();
        assertThat(post(address, Map.of("seen", "other")))
                .hasStatus(422)
                .bodyText()
                .contains("刚刚有改动");
        assertThatThrownBy(() -> merge(near, near, Set.of())).isInstanceOf(RuleBroken.class);
    }

    @Test
    void fieldsAreTakenFromWhereTheyAreRight() {
        var stays = union.employerIn(east, "并项");
        var goes = union.employerIn(east, "并项");
        db.sql("update organisation.employer set staff = 10, address = '甲路 1 号' where public_id = ?")
                .param(stays.publicId())
                .update();
        db.sql("update organisation.employer set staff = 20, women = 5, address = '乙路 2 号' where public_id = ?")
                .param(goes.publicId())
                .update();
        assertThat(get("/" + stays.publicId() + "/merge/" + goes.publicId()))
                .bodyText()
                .contains("甲路 1 号", "乙路 2 号", "20 / 5");
        assertThat(post(
                        "/" + stays.publicId() + "/merge/" + goes.publicId(),
                        Map.of("staff", "gone", "address", "kept")))
                .hasStatus3xxRedirection();
        assertThat(get("/" + stays.publicId())).bodyText().contains("甲路 1 号", "20 人", "其中女 5 人");
    }

    private void merge(Union.Employer stays, Union.Employer goes, Set<String> fromGone) {
        desk.merge(cadre, stays.publicId(), goes.publicId(), new MergeDesk.Chosen("", fromGone));
    }

    private long chain() {
        return db.sql("insert into organisation.chain (unit_id, name, kind) values (?, ?, 'TRADE') returning id")
                .params(east.id(), "并链" + UUID.randomUUID().toString().substring(0, 8))
                .query(Long.class)
                .single();
    }

    /** A few that do not overlap in one entry; owners in turn, since a chain has one at a time. */
    private void spells(String into, Union.Employer employer, long of, List<String> words) {
        var from = today.minusDays(60 + CHANCE.nextInt(20));
        while (from.isBefore(today)) {
            var until = from.plusDays(1 + CHANCE.nextInt(30));
            if (CHANCE.nextBoolean()) insert(into, employer, of, words.get(CHANCE.nextInt(words.size())), from, until);
            from = until.plusDays(CHANCE.nextInt(3));
        }
    }

    private void insert(String into, Union.Employer employer, long of, String word, LocalDate from, LocalDate until) {
        var isOwned = word.equals("OWNER")
                && db.sql(
                                "select exists (select from organisation.chain_member where chain_id = ? and position = 'OWNER' and during && daterange(?, ?))")
                        .params(of, from, until)
                        .query(Boolean.class)
                        .single();
        db.sql("insert into " + into
                        + " select id, ?, ?, daterange(?, ?) from organisation.employer where public_id = ?")
                .params(of, isOwned ? "UPSTREAM" : word, from, until, employer.publicId())
                .update();
    }

    private Set<String> days(String table, String of, Union.Employer employer) {
        return new TreeSet<>(db.sql("select t." + of + " || ' ' || d::date from organisation." + table + """
                         t join organisation.employer e on e.id = t.employer_id,
                        lateral generate_series(lower(t.during), upper(t.during) - 1, interval '1 day') d where e.public_id = ?
                        """)
                .param(employer.publicId())
                .query(String.class)
                .list());
    }

    private Set<String> years(Union.Employer employer) {
        return new TreeSet<>(
                db.sql("""
                        select year::text from organisation.employer_insured i
                        join organisation.employer e on e.id = i.employer_id where e.public_id = ?
                        """).param(employer.publicId()).query(String.class).list());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/organisation/employers" + path)
                .requestAttr(Actor.class.getName(), cadre)
                .exchange();
    }
}
