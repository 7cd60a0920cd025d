package org.uniongrid.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Extent;

/** Who comes in by a token, and who does not. */
@ModuleTest
class TokenDoorTests {

    private static final String UNITS = "/api/v1/units";
    private static final String READ = "organisation.unit.read";

    private final Union union;
    private final Issued issued;
    private final JdbcClient db;
    private final Clock clock;
    private final int port;

    TokenDoorTests(Union union, ApplicationContext house, JdbcClient db, Clock clock, @LocalServerPort int port) {
        this.union = union;
        this.issued = new Issued(house);
        this.db = db;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void aTokenReadsItsDistrictAndNothingBeside() {
        var city = union.city();
        var east = union.district(city, "令东");
        var street = union.street(east, "令南");
        var west = union.district(city, "令西");
        var body = new Program(port, issued.token(east, READ)).get(UNITS).body();
        assertThat(body).contains(east.name(), street.name(), street.publicId().toString());
        assertThat(body)
                .doesNotContain(west.name())
                .doesNotContain(city.name())
                .doesNotContain(city.publicId().toString());
    }

    @Test
    void aTokenOfOneUnionSeesNothingBelowIt() {
        var district = union.district(union.city(), "令单");
        var street = union.street(district, "令下");
        assertThat(new Program(port, issued.alone(district, READ)).get(UNITS).body())
                .contains(district.name())
                .doesNotContain(street.name());
    }

    @Test
    void withoutATokenNothingIsReadNotEvenSignedIn() {
        var answer = new Program(port, null).get(UNITS);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"UnionGrid\"");
        assertThat(Program.problem(answer)).isEqualTo("token-missing");
        var signedIn = Visitor.as(union.account("federation-cadre", union.city()), port);
        assertThat(signedIn.get(UNITS).statusCode()).isEqualTo(401);
    }

    @Test
    void noCookieIsGivenAndNoneIsAsked() {
        var answer = new Program(port, issued.token(union.city(), READ)).get(UNITS);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @Test
    void aTokenOpensNoPage() {
        var answer = new Program(port, issued.token(union.city(), READ)).get("/organisation/units");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void aScopeThatIsNotThereIsNamed() {
        var answer = new Program(port, issued.token(union.city(), "organisation.employer.read")).get(UNITS);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Program.problem(answer)).isEqualTo("scope-missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(named -> assertThat(named).contains("insufficient_scope", READ));
    }

    @Test
    void aRevokedTokenIsWorthNothingFromTheNextRequestOn() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        var program = new Program(port, made.text().text());
        assertThat(program.get(UNITS).statusCode()).isEqualTo(200);
        issued.desk().revoke(issued.keeper(), made.token().publicId(), "不再使用");
        var answer = program.get(UNITS);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Program.problem(answer)).isEqualTo("token-revoked");
        assertThat(refusals(made.token().publicId())).containsExactly("token-revoked");
    }

    @Test
    void aTokenEndsWithItsLastDay() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        var program = new Program(port, made.text().text());
        age(made, "1 second");
        assertThat(program.get(UNITS).statusCode()).isEqualTo(200);
        age(made, "-1 second");
        assertThat(Program.problem(program.get(UNITS))).isEqualTo("token-ended");
    }

    private void age(TokenDesk.Issued made, String left) {
        db.sql(
                        "update access.token_secret set made_at = now() - interval '9 days', ends_at = now() + ?::interval where key = ?")
                .params(
                        left.equals("1 second") ? "60 seconds" : left,
                        made.text().key())
                .update();
    }

    @Test
    void aTokenIsUsedFromItsNetworksOnly() {
        var here = issued.issue(Extent.BELOW, union.city(), List.of("127.0.0.0/8", "::1"), READ);
        assertThat(new Program(port, here.text().text()).get(UNITS).statusCode())
                .isEqualTo(200);
        var elsewhere = issued.issue(Extent.BELOW, union.city(), List.of("203.0.113.0/24"), READ);
        var answer = new Program(port, elsewhere.text().text()).get(UNITS);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Program.problem(answer)).isEqualTo("address-not-allowed");
        assertThat(refusals(elsewhere.token().publicId())).containsExactly("address-not-allowed");
    }

    @Test
    void whoHasNotTheSecretLearnsNothingOfTheToken() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of("203.0.113.0/24"), READ);
        db.sql("update access.token_secret set hash = sha256(hash) where key = ?")
                .param(made.text().key())
                .update();
        issued.desk().revoke(issued.keeper(), made.token().publicId(), "试一试");
        assertThat(Program.problem(new Program(port, made.text().text()).get(UNITS)))
                .isEqualTo("token-unknown");
        assertThat(Program.problem(new Program(port, "ug_nonsense").get(UNITS))).isEqualTo("token-unknown");
    }

    @Test
    void theOldOneGoesOnForItsDaysOrEndsAtOnce() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        var first = new Program(port, made.text().text());
        var next = rotate(made, 7);
        assertThat(first.get(UNITS).statusCode()).isEqualTo(200);
        assertThat(next.get(UNITS).statusCode()).isEqualTo(200);
        var last = rotate(made, 0);
        assertThat(Program.problem(first.get(UNITS))).isEqualTo("token-ended");
        assertThat(Program.problem(next.get(UNITS))).isEqualTo("token-ended");
        assertThat(last.get(UNITS).statusCode()).isEqualTo(200);
    }

    private Program rotate(TokenDesk.Issued made, int days) {
        var rotated = issued.desk()
                .rotate(
                        issued.keeper(),
                        made.token().publicId(),
                        LocalDate.now(clock).plusDays(30),
                        days);
        return new Program(port, rotated.text().text());
    }

    @Test
    void lastsAYearAtMostAndNotADayLonger() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        var year = LocalDate.now(clock).plusYears(1);
        issued.desk().rotate(issued.keeper(), made.token().publicId(), year, 0);
        assertThatThrownBy(
                        () -> issued.desk().rotate(issued.keeper(), made.token().publicId(), year.plusDays(1), 0))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> issued.desk()
                        .rotate(
                                issued.keeper(),
                                made.token().publicId(),
                                LocalDate.now(clock).minusDays(1),
                                0))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void moreThanItsRequestsAMinuteAreAskedToWait() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        db.sql("update access.token set per_minute = 2 where public_id = ?")
                .param(made.token().publicId())
                .update();
        var program = new Program(port, made.text().text());
        program.get(UNITS);
        program.get(UNITS);
        var answer = program.get(UNITS);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Program.problem(answer)).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
    }

    @Test
    void whoeverGuessesIsAskedToWaitByAddress() throws Exception {
        var from = InetAddress.ofLiteral("127.0.0.77");
        try (var client = HttpClient.newBuilder().localAddress(from).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + UNITS))
                    .header("Authorization", "Bearer ug_guess")
                    .build();
            var answers = new ArrayList<Integer>();
            for (int i = 0; i < 40; i++)
                answers.add(client.send(request, BodyHandlers.ofString()).statusCode());
            assertThat(answers.subList(0, 30)).containsOnly(401);
            assertThat(answers.getLast()).isEqualTo(429);
        }
    }

    @Test
    void itsUsesAreCounted() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        var program = new Program(port, made.text().text());
        program.get(UNITS);
        program.get(UNITS);
        var used = db.sql("select uses || ' ' || used_on from access.token where public_id = ?")
                .param(made.token().publicId())
                .query(String.class)
                .single();
        assertThat(used).isEqualTo("2 " + LocalDate.now(clock));
    }

    @Test
    void theFormSentTwiceIssuesOnce() {
        var unit = union.city();
        var id = UUID.randomUUID();
        var form = new NewToken(
                id,
                "系统" + id,
                "对账",
                "王工",
                Extent.BELOW,
                unit.publicId(),
                List.of(READ),
                List.of(),
                60,
                LocalDate.now(clock));
        assertThat(issued.desk().issue(issued.keeper(), form)).isPresent();
        assertThat(issued.desk().issue(issued.keeper(), form)).isEmpty();
    }

    @Test
    void aProgramIsToldInItsLanguage() {
        var program = new Program(port, null);
        assertThat(program.get(UNITS, "Accept-Language", "en").body()).contains("A token is needed");
        assertThat(program.get(UNITS, "Accept-Language", "fr").body()).contains("需要令牌");
        assertThat(program.get(UNITS, "Accept", "text/html").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void thePlainTokenStandsNowhere() {
        var made = issued.issue(Extent.BELOW, union.city(), List.of(), READ);
        new Program(port, made.text().text()).get(UNITS);
        var secret = made.text().text().substring(16, 40);
        var found = db.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('access', 'notice', 'organisation', 'people', 'exchange') and table_type = 'BASE TABLE'
                        """).query(String.class).list().stream()
                .filter(table -> db.sql("select exists (select from " + table + " t where strpos(t::text, ?) > 0)")
                        .param(secret)
                        .query(Boolean.class)
                        .single())
                .toList();
        assertThat(found).isEmpty();
    }

    private List<String> refusals(UUID token) {
        return db.sql("select reason from access.audit_entry where subject_id = ? and not done order by id")
                .param(token)
                .query(String.class)
                .list();
    }
}
