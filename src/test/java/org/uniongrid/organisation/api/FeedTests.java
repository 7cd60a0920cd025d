package org.uniongrid.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.access.tokens.Issued;
import org.uniongrid.organisation.Category;
import tools.jackson.databind.JsonNode;

/** What programs read. */
@ModuleTest
class FeedTests {

    private static final String UNITS = "/api/v1/units";
    private static final String EMPLOYERS = "/api/v1/employers";
    private static final String[] READ = {"organisation.unit.read", "organisation.employer.read"};

    private final Union union;
    private final Issued issued;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Horizon horizon;
    private final int port;

    FeedTests(
            Union union,
            ApplicationContext house,
            JdbcClient db,
            TransactionTemplate transaction,
            Horizon horizon,
            @LocalServerPort int port) {
        this.union = union;
        this.issued = new Issued(house);
        this.db = db;
        this.transaction = transaction;
        this.horizon = horizon;
        this.port = port;
    }

    private Program program(Union.Unit unit) {
        return new Program(port, issued.token(unit, READ));
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }

    @Test
    void pagesHoldEveryRowOnceInTheOrderOfTheTree() {
        var district = union.district(union.city(), "页东");
        var streets =
                Stream.generate(() -> union.street(district, "页南")).limit(4).toList();
        var program = program(district);
        var whole = ids(program.all(UNITS));
        assertThat(whole).hasSize(5).startsWith(district.publicId().toString());
        for (int limit : List.of(1, 2, 3, 5))
            assertThat(ids(program.all(UNITS + "?limit=" + limit))).isEqualTo(whole);
        assertThat(whole)
                .containsAll(streets.stream()
                        .map(street -> street.publicId().toString())
                        .toList());
    }

    @Test
    void aPageGoesOnWhateverHasBecomeOfItsLastRow() {
        var city = union.city();
        var district = union.district(city, "续东");
        var other = union.district(city, "续西");
        var first = union.street(district, "续甲");
        var second = union.street(district, "续乙");
        var program = program(district);
        var page = program.read(UNITS + "?limit=2");
        move(first, other);
        var next = program.read(page.path("next").asString());
        assertThat(ids(next.path("items").valueStream().toList()))
                .containsExactly(second.publicId().toString());
    }

    private void move(Union.Unit unit, Union.Unit parent) {
        db.sql("update organisation.place set parent_id = ? where unit_id = ? and line_id = 1")
                .params(parent.id(), unit.id())
                .update();
    }

    @Test
    void aCursorThatIsDamagedSaysBeginAgain() {
        var program = program(union.city());
        for (var after : List.of("x", "AAAA", UUID.randomUUID().toString(), "%20a", "a".repeat(400))) {
            var answer = program.get(UNITS + "?after=" + after);
            assertThat(answer.statusCode()).as(after).isEqualTo(410);
            assertThat(Program.problem(answer)).isEqualTo("cursor-outdated");
        }
    }

    @Test
    void aCursorShowsNoNumberFromInside() {
        var district = union.district(union.city(), "暗东");
        union.street(district, "暗南");
        var body = program(district).get(UNITS + "?limit=1").body();
        assertThat(body)
                .doesNotContain(district.scope().path())
                .doesNotContain("rowId")
                .doesNotContain("\"path\"");
    }

    @Test
    void theNextPageStandsInTheHeaderToo() {
        var district = union.district(union.city(), "链东");
        union.street(district, "链南");
        var program = program(district);
        var answer = program.get(UNITS + "?limit=1");
        var next = program.read(UNITS + "?limit=1").path("next").asString();
        assertThat(answer.headers().firstValue("Link")).hasValue("<" + next + ">; rel=\"next\"");
    }

    @Test
    void listsAreNarrowed() {
        var district = union.district(union.city(), "筛东");
        var street = union.street(district, "筛南");
        var firm = union.enterprise(street, "筛厂");
        var program = program(district);
        assertThat(ids(program.all(UNITS + "?under=" + street.publicId())))
                .containsExactly(street.publicId().toString(), firm.publicId().toString());
        assertThat(ids(program.all(UNITS + "?category=" + Category.ENTERPRISE)))
                .containsExactly(firm.publicId().toString());
        assertThat(program.all(UNITS + "?state=SUSPENDED")).isEmpty();
        assertThat(ids(program.all(UNITS + "/" + district.publicId() + "/children")))
                .containsExactly(street.publicId().toString());
    }

    @Test
    void whatIsOutOfReachIsNotThere() {
        var city = union.city();
        var east = union.district(city, "外东");
        var west = union.district(city, "外西");
        var employer = union.employerIn(west, "外企");
        var program = program(east);
        for (var path : List.of(
                UNITS + "/" + west.publicId(),
                UNITS + "/" + city.publicId(),
                UNITS + "/" + west.publicId() + "/children",
                UNITS + "/" + west.publicId() + "/posts",
                UNITS + "?under=" + west.publicId(),
                EMPLOYERS + "/" + employer.publicId(),
                EMPLOYERS + "?under=" + west.publicId(),
                UNITS + "/" + UUID.randomUUID(),
                UNITS + "/nonsense")) {
            var answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Program.problem(answer)).isEqualTo("not-found");
        }
        assertThat(program.all(EMPLOYERS + "?uscc=" + employer.creditCode())).isEmpty();
    }

    @Test
    void aUnionIsToldWithItsNamesAndPlaces() {
        var district = union.district(union.city(), "详东");
        var street = union.street(district, "详南");
        var one = program(district).read(UNITS + "/" + street.publicId());
        assertThat(one.path("parentId").asString())
                .isEqualTo(district.publicId().toString());
        assertThat(one.path("names").path(0).path("name").asString()).isEqualTo(street.name());
        assertThat(one.path("places").path(0).path("line").asString()).isEqualTo("AFFILIATION");
        assertThat(one.path("places").path(0).path("parentId").asString())
                .isEqualTo(district.publicId().toString());
        assertThat(one.has("uscc")).isFalse();
        assertThat(program(district).read(UNITS + "/" + district.publicId()).has("parentId"))
                .isFalse();
    }

    @Test
    void employersAreToldWithTheirUnions() {
        var district = union.district(union.city(), "企东");
        var firm = union.enterprise(district, "企厂");
        var bare = union.employerIn(district, "企空");
        var program = program(district);
        var covered = program.all(EMPLOYERS + "?standing=COVERED");
        assertThat(covered).hasSize(1);
        assertThat(covered.getFirst().path("unionId").asString())
                .isEqualTo(firm.publicId().toString());
        assertThat(ids(program.all(EMPLOYERS + "?standing=NONE")))
                .containsExactly(bare.publicId().toString());
        assertThat(ids(program.all(EMPLOYERS + "?uscc=" + bare.creditCode())))
                .containsExactly(bare.publicId().toString());
        var one = program.read(EMPLOYERS + "/" + covered.getFirst().path("id").asString());
        assertThat(one.path("covers").path(0).path("unionId").asString())
                .isEqualTo(firm.publicId().toString());
    }

    @Test
    void namesOfHoldersAreMaskedWithoutTheirScope() {
        var district = union.district(union.city(), "名东");
        var holder = union.holder("union-chair", district);
        var path = UNITS + "/" + district.publicId() + "/posts";
        var masked = program(district).read(path).path("items").path(0);
        assertThat(masked.path("role").asString()).isEqualTo("union-chair");
        assertThat(masked.path("holders").path(0).path("name").asString())
                .contains("*")
                .isNotEqualTo(holder.name());
        var whole = new Program(port, issued.token(district, "organisation.unit.read", "organisation.post.read"));
        assertThat(whole.read(path)
                        .path("items")
                        .path(0)
                        .path("holders")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo(holder.name());
    }

    @Test
    void whatChangedSinceThenComesAndNothingElse() {
        var district = union.district(union.city(), "变东");
        var street = union.street(district, "变南");
        union.street(district, "变北");
        var later = "?changed-since=" + later();
        var program = program(district);
        assertThat(program.all(UNITS + later)).isEmpty();
        db.sql("update organisation.unit set address = '新址' where id = ?")
                .param(street.id())
                .update();
        assertThat(ids(program.all(UNITS + later)))
                .containsExactly(street.publicId().toString());
    }

    /** A moment after all that was done so far. */
    private String later() {
        return db.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }

    @Test
    void aNewNameOrPlaceOrStateOrCoverIsAChangeToo() {
        var city = union.city();
        var district = union.district(city, "动东");
        var street = union.street(district, "动南");
        var firm = union.enterprise(street, "动厂");
        var employer = db.sql("select id from organisation.employer where union_id = ?")
                .param(firm.id())
                .query(Long.class)
                .single();
        var program = program(district);
        var changes = List.<Runnable>of(
                () -> db.sql("update organisation.unit_name set name = name || '更' where unit_id = ?")
                        .param(street.id())
                        .update(),
                () -> db.sql(
                                "insert into organisation.unit_state (unit_id, state, during) values (?, 'SUSPENDED', daterange('2019-01-01', '2019-02-01'))")
                        .param(street.id())
                        .update(),
                () -> move(street, union.street(district, "动北")));
        for (var change : changes) {
            var later = later();
            change.run();
            assertThat(ids(program.all(UNITS + "?changed-since=" + later)))
                    .contains(street.publicId().toString());
        }
        var later = later();
        db.sql("insert into organisation.employer_insured (employer_id, year, insured) values (?, 2019, 7)")
                .param(employer)
                .update();
        assertThat(program.all(EMPLOYERS + "?changed-since=" + later)).hasSize(1);
    }

    /** What is saved late is dated by the beginning of its transaction, and no list says it knows more than until then. */
    @Test
    void nothingIsMissedThatIsSavedLate() {
        var district = union.district(union.city(), "迟东");
        var street = union.street(district, "迟南");
        var told = transaction.execute(open -> {
            db.sql("update organisation.unit set address = '晚存' where id = ?")
                    .param(street.id())
                    .update();
            var asOf = CompletableFuture.supplyAsync(horizon::now).join();
            var began = db.sql("select changed_at from organisation.unit where id = ?")
                    .param(street.id())
                    .query(OffsetDateTime.class)
                    .single();
            return List.of(asOf, began);
        });
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isBeforeOrEqualTo(told.getLast().minusMinutes(1));
    }

    @Test
    void onlyTheFirstPageSaysUntilWhen() {
        var district = union.district(union.city(), "时东");
        union.street(district, "时南");
        var program = program(district);
        var first = program.read(UNITS + "?limit=1");
        assertThat(first.has("asOf")).isTrue();
        assertThat(program.read(first.path("next").asString()).has("asOf")).isFalse();
    }

    @Test
    void whatIsUnchangedDoesNotTravelAgain() {
        var district = union.district(union.city(), "签东");
        var program = program(district);
        var path = UNITS + "/" + district.publicId();
        var tag = program.get(path).headers().firstValue("ETag").orElseThrow();
        var again = program.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        db.sql("update organisation.unit set address = '新址' where id = ?")
                .param(district.id())
                .update();
        assertThat(program.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void divisionsAreReadByTheirCode() {
        var district = union.district(union.city(), "码东");
        var rows = program(district).all("/api/v1/divisions?under=" + district.division());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().path("code").asString()).isEqualTo(district.division());
        assertThat(rows.getFirst().path("parent").asString())
                .isEqualTo(district.division().substring(0, 4));
    }

    @Test
    void everythingWrongWithTheParametersIsToldAtOnce() {
        var program = program(union.city());
        var answer = program.get(
                UNITS + "?catgory=JOINT&state=AWAKE&changed-since=yesterday&limit=many&under=1",
                "Accept-Language",
                "en");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Program.problem(answer)).isEqualTo("bad-parameters");
        assertThat(answer.body()).contains("catgory", "PREPARING, ACTIVE", "No time", "No whole number", "No id");
        assertThat(program.get(UNITS + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(program.get(UNITS + "?limit=501").statusCode()).isEqualTo(400);
        assertThat(program.get(UNITS + "?limit=500").statusCode()).isEqualTo(200);
        assertThat(program.get(UNITS + "?limit=1&limit=2").statusCode()).isEqualTo(400);
        assertThat(program.get(UNITS + "?changed-since=%2B99999-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.get(EMPLOYERS + "?ownership=999").statusCode()).isEqualTo(400);
    }
}
