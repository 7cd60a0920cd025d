package org.uniongrid.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.access.SentCodes;
import org.uniongrid.access.tokens.Issued;
import org.uniongrid.foundation.Actor;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Vault;

/** Other systems read rolls, check cards, and hand in who joins or goes over. */
@ModuleTest
class MemberApiTests {

    private static final String CODE = "864209";
    private static final String JOIN = "membership.join.enter";

    private final Issued issued;
    private final Doors doors;
    private final Stays stays;
    private final Persons persons;
    private final SentCodes codes;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private final int port;
    private final Union.Unit east;
    private final Union.Unit depot;
    private final Union.Unit other;
    private final Union.Unit elsewhere;

    MemberApiTests(
            ApplicationContext house,
            Union union,
            Doors doors,
            Stays stays,
            Persons persons,
            Vault vault,
            TransactionTemplate transaction,
            JdbcClient db,
            @LocalServerPort int port) {
        this.issued = new Issued(house);
        this.doors = doors;
        this.stays = stays;
        this.persons = persons;
        this.codes = new SentCodes(db, vault, transaction);
        this.transaction = transaction;
        this.db = db;
        this.port = port;
        east = union.district(union.city(), "口");
        depot = union.enterprise(east, "口站");
        other = union.enterprise(east, "口厂");
        elsewhere = union.enterprise(union.district(union.city(), "别口"), "别口站");
        union.holder("union-chair", depot);
    }

    @Test
    void aRollIsReadPageByPageWithinReach() {
        for (int n = 0; n < 5; n++) member("口员" + n, depot);
        member("口外", elsewhere);
        var program = program("membership.member.read");
        var all = program.all("/api/v1/members?limit=2");
        assertThat(all)
                .extracting(one -> one.path("name").asString())
                .contains("口员0", "口员4")
                .doesNotContain("口外");
        assertThat(all).allSatisfy(one -> assertThat(one.has("phone")).isFalse());
        assertThat(program.get("/api/v1/members?under=" + elsewhere.publicId()).statusCode())
                .isEqualTo(404);
        assertThat(Program.problem(program("organisation.unit.read").get("/api/v1/members")))
                .isEqualTo("scope-missing");
    }

    @Test
    void aWorkerJoinsByAnotherSystemAndGoesOverOnlyWhereTheySaySo() {
        var program = program(JOIN);
        var phone = Numbers.phone();
        assertThat(joined(program, phone, door(depot, "a"), CODE, Map.of())).contains("\"member\":true", depot.name());
        assertThat(current(phone)).isEqualTo(depot.name());

        var stays = joined(program, phone, door(other, "b"), CODE, Map.of());
        assertThat(stays).contains("rule-broken");
        assertThat(current(phone)).isEqualTo(depot.name());
        var goes = joined(program, phone, door(other, "c"), CODE, Map.of("goingOver", true));
        assertThat(goes).contains("\"member\":false", other.name());
    }

    @Test
    void whatIsWrongIsToldFieldByFieldAndNothingIsDone() {
        var program = program(JOIN);
        var phone = Numbers.phone();
        var door = door(depot, "d");
        assertThat(joined(program, phone, door, "000000", Map.of())).contains("bad-parameters", "\"code\"");
        assertThat(joined(program, phone, door, CODE, Map.of("consents", List.of(), "workerClass", "pilot")))
                .contains("\"consent\"", "\"class\"");
        assertThat(joined(program, phone, door(elsewhere, "e"), CODE, Map.of())).contains("not-found");
        assertThat(program.post("/api/v1/joinings", List.of()).statusCode()).isEqualTo(400);
        assertThat(current(phone)).isEmpty();
    }

    @Test
    void theSameRequestJoinsOnce() {
        var program = program(JOIN);
        var phone = Numbers.phone();
        var key = UUID.randomUUID();
        var door = door(depot, "f");
        assertThat(joined(program, phone, door, CODE, Map.of("key", key))).contains("\"member\":true");
        assertThat(joined(program, phone, door, CODE, Map.of("key", key))).contains("\"member\":true");
        assertThat(db.sql(
                                "select count(*) from membership.stay s join people.person p on p.id = s.person_id where p.name = ?")
                        .param("口" + phone)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aGateOfAnotherSystemTakesACodeOnce() {
        var program = program("membership.card.check");
        assertThat(program.post("/api/v1/card-checks", Map.of("code", "12345678", "gate", "驿站"))
                        .body())
                .contains("NO_CODE");
        assertThat(program.post("/api/v1/card-checks", Map.of("code", "", "gate", "驿站"))
                        .body())
                .contains("bad-parameters");
        var worker = member("口码", depot);
        db.sql(
                        "insert into membership.short_code (code, person_id, nonce, ends_at) values (?, ?, ?, now() + interval '1 minute')")
                .params("4" + Numbers.phone().substring(4), worker.personId(), new byte[] {
                    9, 9, 9, 9, 9, 9, 9, (byte) worker.personId()
                })
                .update();
        var digits = db.sql("select code from membership.short_code where person_id = ?")
                .param(worker.personId())
                .query(String.class)
                .single();
        var shown = Map.of("code", digits, "gate", "驿站");
        assertThat(program.post("/api/v1/card-checks", shown).body()).contains("GOOD", "口*", depot.name());
        assertThat(program.post("/api/v1/card-checks", shown).body()).contains("USED", "驿站");
    }

    private String joined(Program program, String phone, String door, String code, Map<String, Object> more) {
        codes.passTime(phone);
        program.post("/api/v1/joinings/codes", Map.of("door", door, "phone", phone));
        codes.set(phone, "join", CODE);
        var joining = new HashMap<String, Object>(Map.of(
                "door",
                door,
                "name",
                "口" + phone,
                "phone",
                phone,
                "code",
                code,
                "workerClass",
                "rider",
                "consents",
                List.of("MEMBERSHIP"),
                "key",
                UUID.randomUUID()));
        joining.putAll(more);
        return program.post("/api/v1/joinings", joining).body();
    }

    private String current(String phone) {
        return db.sql("""
                        select u.name from membership.stay s join people.person p on p.id = s.person_id
                        join organisation.unit u on u.id = s.unit_id where p.name = ? and s.until is null
                        """).param("口" + phone).query(String.class).optional().orElse("");
    }

    private String door(Union.Unit unit, String mark) {
        var code = "abcdefg" + mark;
        transaction.executeWithoutResult(
                _ -> doors.add(unit.id(), code, "口门" + mark, Decides.NOBODY, persons.add("口设门")));
        return code;
    }

    private Actor member(String name, Union.Unit unit) {
        var worker = Actor.worker(persons.add(name), name);
        transaction.executeWithoutResult(
                _ -> stays.begin(worker, worker.personId(), name, new Stays.Place(unit.id(), null, "rider")));
        return worker;
    }

    private Program program(String scope) {
        return new Program(port, issued.token(east, scope));
    }
}
