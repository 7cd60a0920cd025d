package org.uniongrid.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.organisation.Category;

/** What programs read. */
@ModuleTest
class FeedTests extends FeedFixture {

    FeedTests(Union union, ApplicationContext house, JdbcClient db, @LocalServerPort int port) {
        super(union, house, db, port);
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
