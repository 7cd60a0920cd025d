package org.uniongrid.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.access.tokens.Issued;
import org.uniongrid.casework.CaseScene;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Action;
import org.uniongrid.people.Numbers;

/** The hotline of the government hands in an order and takes its answer back. */
@ModuleTest
class OrderApiTests {

    private static final String ENTER = "casework.case.enter";

    private final CaseScene scene;
    private final Issued issued;
    private final int port;
    private final Union.Unit east;
    private final Union.Unit west;
    private final Actor cadre;

    OrderApiTests(ApplicationContext house, Union union, AutowireCapableBeanFactory beans, @LocalServerPort int port) {
        scene = beans.createBean(CaseScene.class);
        issued = new Issued(house);
        this.port = port;
        east = union.district(union.city(), "转");
        west = union.district(union.city(), "旁转");
        cadre = union.cadre(east);
        union.cadre(west);
    }

    private Program program(Union.Unit unit) {
        return new Program(port, issued.token(unit, ENTER));
    }

    private static Map<String, Object> order(String number) {
        return new HashMap<>(Map.of(
                "number",
                number,
                "caller",
                "周立",
                "phone",
                Numbers.phone(),
                "words",
                "宏图装饰拖欠三个月工资",
                "employer",
                "宏图装饰",
                "claims",
                List.of(Map.of("name", "周立", "month", "2026-08", "amount", "17187"))));
    }

    @Test
    void anOrderComesOnceAndItsAnswerGoesBack() {
        var program = program(east);
        var order = order("12345-0001");
        var first = program.post("/api/v1/orders", order);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"state\":\"OPEN\"", east.name());
        assertThat(program.post("/api/v1/orders", order).body()).isEqualTo(first.body());
        var id = scene.db.sql("""
                        select m.public_id from casework.case_file f join matter.matter m on m.id = f.matter_id
                        where f.external_nr = '12345-0001'
                        """).query(UUID.class).single();
        var file = scene.caseFile(cadre, id);
        assertThat(file.kind().chinese()).isEqualTo("拖欠工资");
        assertThat(file.claimed()).isEqualTo(1_718_700);
        scene.act(cadre, id, Action.APPROVE, null);
        scene.act(cadre, id, Action.REPLY, "十一月二十日到账");
        assertThat(program.get("/api/v1/orders/12345-0001").body()).contains("十一月二十日到账");
        var reported =
                program.post("/api/v1/orders/12345-0001/reported", Map.of()).body();
        assertThat(reported).doesNotContain("\"reported\":null");
        assertThat(program.post("/api/v1/orders/12345-0001/reported", Map.of()).body())
                .isEqualTo(reported);
    }

    @Test
    void whatDoesNotFitIsToldFieldByFieldAndNothingIsKept() {
        var order = order("12345-0002");
        order.put("phone", "123");
        order.put("claims", List.of(Map.of("name", "周立", "month", "八月", "amount", "x")));
        var answer = program(east).post("/api/v1/orders", order);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"phone\"", "\"claims\"");
        assertThat(program(east).get("/api/v1/orders/12345-0002").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherDistrictSeesNothingOfIt() {
        assertThat(program(east).post("/api/v1/orders", order("12345-0003")).statusCode())
                .isEqualTo(200);
        assertThat(program(west).get("/api/v1/orders/12345-0003").statusCode()).isEqualTo(404);
        assertThat(program(west).post("/api/v1/orders", order("12345-0003")).body())
                .contains("rule-broken");
        var order = order("12345-0004");
        order.put("union", west.publicId().toString());
        assertThat(program(east).post("/api/v1/orders", order).statusCode()).isEqualTo(404);
        assertThat(Program.problem(new Program(port, issued.token(east, "organisation.unit.read"))
                        .get("/api/v1/orders/12345-0003")))
                .isEqualTo("scope-missing");
    }
}
