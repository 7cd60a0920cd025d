package org.uniongrid.organisation.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Union.Unit;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;

/** Posts are made, filled and closed within reach, and by nobody for themselves. */
@ModuleTest
class AppointmentTests {

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final int port;
    private final Unit city;
    private final Unit east;
    private final Unit west;
    private final Actor cadre;

    AppointmentTests(Union union, MockMvcTester mvc, JdbcClient db, @LocalServerPort int port) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.port = port;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        cadre = union.cadre(east);
    }

    private String day(int later) {
        return db.sql("select (current_date + ?)::text")
                .param(later)
                .query(String.class)
                .single();
    }

    @Test
    void aCadreMakesAPostAndAppointsSomebodyNew() {
        var post = open(cadre, east, "federation-cadre", "组织部部长");
        assertThat(appoint(cadre, post, newcomer("甄新人", Map.of("phone", "13800138000"))))
                .hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + east.publicId() + "/posts"))
                .hasStatusOk()
                .bodyText()
                .contains("组织部部长", "甄新人");
        var person = person("甄新人");
        assertThat(get(cadre, "/organisation/people/" + person))
                .hasStatusOk()
                .bodyText()
                .contains("组织部部长", "138****8000")
                .doesNotContain("13800138000");
        assertThat(get(cadre, "/organisation/people?q=甄新")).bodyText().contains("甄新人");
        assertThat(get(union.cadre(west), "/organisation/people?q=甄新"))
                .bodyText()
                .doesNotContain("甄新人");
        assertThat(get(union.cadre(west), "/organisation/people/" + person)).hasStatus(404);
        assertThat(get(union.cadre(city), "/organisation/people/" + person)).hasStatusOk();
    }

    @Test
    void aNewPersonsPhoneAndEmailAreCheckedTogether() {
        var post = open(cadre, east, "federation-cadre", "宣传部部长");
        var wrong = newcomer("甄联系", Map.of("phone", "12345", "email", "nobody"));
        assertThat(appoint(cadre, post, wrong))
                .hasStatus(422)
                .bodyText()
                .contains("手机号不对", "电子邮箱不对", "value=\"甄联系\"", "value=\"12345\"", "value=\"nobody\"");
        assertThat(db.sql("select count(*) from people.person where name = '甄联系'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(appoint(cadre, post, newcomer("甄联系", Map.of("phone", "138 0013 8000", "email", "Zhen@example.org"))))
                .hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/people/" + person("甄联系")))
                .bodyText()
                .contains("138****8000", "z***@example.org");
    }

    @Test
    void anAppointmentIsThereWithTheNextRequestAndItsEndToo() {
        var account = union.account("union-chair", union.enterprise(east, "纺"));
        var visitor = Visitor.as(account, port);
        assertThat(visitor.get("/organisation/units").body()).doesNotContain("name=\"post\"");
        var post = open(cadre, east, "federation-cadre", "兼职副主席");
        appoint(cadre, post, chosen(account.actor()));
        assertThat(visitor.get("/organisation/units").body()).contains("name=\"post\" value=\"" + post + "\"");
        assertThat(visitor.post("/account/post", Map.of("post", post.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/organisation/units").body()).contains(east.name());
        end(cadre, account.actor(), post, day(0));
        var next = visitor.get("/organisation/units").body();
        assertThat(next).doesNotContain("name=\"post\"").contains("已经结束");
        assertThat(visitor.get("/organisation/units").body()).doesNotContain("已经结束");
        assertThat(visitor.get("/organisation/units/" + east.publicId()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/account/post", Map.of("post", post.toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyAppointsOrEndsThemselvesInWhateverPostTheyAct() {
        var post = open(cadre, east, "union-chair", "主席");
        assertThat(appoint(cadre, post, chosen(cadre)))
                .hasStatus(422)
                .bodyText()
                .contains("不能任命自己");
        var colleague = union.cadre(east);
        appoint(colleague, post, chosen(cadre));
        var held = union.actor(cadre.personId(), cadre.name());
        assertThat(held.posts()).hasSize(2);
        assertThat(end(held, cadre, post, day(0))).hasStatus(422).bodyText().contains("不能结束自己");
        assertThat(end(colleague, cadre, post, day(0))).hasStatus3xxRedirection();
    }

    @Test
    void nobodyGivesMoreThanTheyHoldHere() {
        var chair = union.holder("union-chair", east);
        var limited = new Actor(
                chair.personId(),
                chair.name(),
                List.of(),
                new Actor.Post(
                        UUID.randomUUID(),
                        "x",
                        "x",
                        east.publicId(),
                        east.name(),
                        east.scope(),
                        Set.of("organisation.post.read", "organisation.post.edit", "organisation.unit.read")));
        assertThat(get(limited, "/organisation/units/" + east.publicId() + "/posts/new"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(
                        role("union-chair").toString(), role("federation-cadre").toString());
        var post = open(cadre, east, "federation-cadre", "干事");
        assertThat(appoint(limited, post, newcomer("甄多给", Map.of())))
                .hasStatus(422)
                .bodyText()
                .contains("权限比你在这里的权限大");
        assertThat(mvc.post()
                        .uri("/organisation/units/" + east.publicId() + "/posts")
                        .param("title", "干事")
                        .param("role", role("federation-cadre").toString())
                        .requestAttr(Actor.class.getName(), limited)
                        .exchange())
                .hasStatus(422);
    }

    @Test
    void nobodyTakesMoreThanTheyHoldHoweverFarTheyReach() {
        var clerk = new Actor(
                cadre.personId(),
                cadre.name(),
                cadre.posts(),
                new Actor.Post(
                        UUID.randomUUID(),
                        "x",
                        "x",
                        null,
                        null,
                        null,
                        new Reach.Cell(),
                        Set.of("organisation.post.read", "organisation.post.edit")));
        for (var role : List.of("audit-admin", "security-admin")) {
            var administrator = union.holder(role, null);
            var post = administrator.posts().getFirst().id();
            assertThat(end(clerk, administrator, post, day(0)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("不能由你收回");
            assertThat(union.actor(administrator.personId(), "x").posts()).hasSize(1);
        }
        var colleague = union.cadre(west);
        assertThat(end(clerk, colleague, colleague.posts().getFirst().id(), day(0)))
                .hasStatus(422);
        var vacant = open(cadre, east, "federation-cadre", "干事");
        assertThat(close(clerk, vacant)).hasStatus(422);
        assertThat(close(cadre, vacant)).hasStatus3xxRedirection();
    }

    @Test
    void whoReachesOnlyTheirOwnUnitGivesNothingThatReachesBelow() {
        var own = new Actor(
                cadre.personId(),
                cadre.name(),
                cadre.posts(),
                new Actor.Post(
                        UUID.randomUUID(),
                        "x",
                        "x",
                        east.publicId(),
                        east.name(),
                        east.scope(),
                        new Reach.Units(List.of(), List.of(east.scope())),
                        cadre.posts().getFirst().permissions()));
        var post = open(cadre, east, "union-chair", "主席");
        assertThat(appoint(own, post, newcomer("甄远", Map.of())))
                .hasStatus(422)
                .bodyText()
                .contains("权限比你在这里的权限大");
    }

    @Test
    void theSecurityAdministratorAppointsTheFirstInAUnitAndInTheCell() {
        var admin = union.holder("security-admin", null);
        var post = open(admin, west, "federation-cadre", "第一人");
        assertThat(appoint(admin, post, newcomer("甄首任", Map.of()))).hasStatus3xxRedirection();
        assertThat(get(admin, "/organisation/posts?q=" + west.name()))
                .hasStatusOk()
                .bodyText()
                .contains(west.publicId().toString());
        var answer = mvc.post()
                .uri("/organisation/posts")
                .param("title", "系统管理员二")
                .param("role", role("system-admin").toString())
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(get(admin, "/organisation/posts")).bodyText().contains("系统管理员二");
        assertThat(get(cadre, "/organisation/posts")).hasStatus(403);
    }

    @Test
    void rolesThatExcludeOneAnotherAreNamed() {
        var admin = union.holder("security-admin", null);
        var auditor = union.holder("audit-admin", null);
        var answer = mvc.post()
                .uri("/organisation/posts")
                .param("title", "系统管理员三")
                .param("role", role("system-admin").toString())
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
        var post = UUID.fromString(
                String.valueOf(answer.getResponse().getRedirectedUrl()).split("/")[3]);
        assertThat(appoint(admin, post, chosen(auditor)))
                .hasStatus(422)
                .bodyText()
                .contains("不能兼任“系统管理员”和“审计管理员”");
    }

    @Test
    void datesAreChecked() {
        var post = open(cadre, east, "union-chair", "主席");
        var person = Map.of("person", "new", "name", "甄日子");
        for (var wrong : List.of(
                Map.of("from", day(-1)),
                Map.of("from", "2026-02-30"),
                Map.of("from", ""),
                Map.of("from", day(3), "until", day(3)),
                Map.of("from", day(3), "acting", "true"))) {
            var form = new HashMap<String, String>(person);
            form.putAll(wrong);
            assertThat(appoint(cadre, post, form))
                    .as("%s", wrong)
                    .hasStatus(422)
                    .bodyText()
                    .contains("甄日子");
        }
        assertThat(appoint(cadre, post, newcomer("甄日子", Map.of("from", day(3), "until", day(9)))))
                .hasStatus3xxRedirection();
        assertThat(appoint(cadre, post, newcomer("甄晚来", Map.of("from", day(8)))))
                .hasStatus(422)
                .bodyText()
                .contains("已经有人");
        assertThat(appoint(cadre, post, newcomer("甄代理", Map.of("from", day(4), "until", day(6), "acting", "true"))))
                .hasStatus3xxRedirection();
        assertThat(appoint(cadre, post, newcomer("甄接任", Map.of("from", day(9)))))
                .hasStatus3xxRedirection();
        assertThat(get(cadre, "/organisation/units/" + east.publicId() + "/posts"))
                .bodyText()
                .contains("将任", "代理", "空缺");
    }

    @Test
    void anAppointmentThatHasNotBegunIsWithdrawn() {
        var post = open(cadre, east, "union-chair", "主席");
        appoint(cadre, post, newcomer("甄撤回", Map.of("from", day(5))));
        var holder = db.sql("select id from people.person where name = '甄撤回'")
                .query(Long.class)
                .single();
        assertThat(end(cadre, new Actor(holder, "甄撤回", List.of(), null), post, day(2)))
                .hasStatus3xxRedirection();
        assertThat(db.sql("select count(*) from organisation.tenure where person_id = ?")
                        .param(holder)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aVacantPostIsClosedAndAHeldOneIsNot() {
        var post = open(cadre, east, "union-chair", "旧岗");
        var other = union.holder("union-chair", east);
        var held = post(other);
        assertThat(close(cadre, held)).hasStatus(422);
        assertThat(close(cadre, post)).hasStatus3xxRedirection();
        assertThat(appoint(cadre, post, newcomer("甄迟", Map.of()))).hasStatus(422);
        assertThat(get(cadre, "/organisation/units/" + east.publicId()))
                .bodyText()
                .doesNotContain("旧岗");
    }

    @Test
    void peopleOutOfReachAreNeitherFoundNorChosen() {
        var stranger = union.holder("federation-cadre", west);
        var post = open(cadre, east, "federation-cadre", "干事");
        assertThat(get(cadre, "/organisation/posts/" + post + "/appoint?q=" + stranger.name()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(id(stranger).toString());
        assertThat(appoint(cadre, post, chosen(stranger))).hasStatus(404);
        assertThat(appoint(cadre, post, Map.of("person", "nobody", "from", day(0))))
                .hasStatus(404);
        assertThat(appoint(union.cadre(city), post, chosen(stranger))).hasStatus3xxRedirection();
    }

    @Test
    void postsOutOfReachAreNotThere() {
        var post = post(union.cadre(west));
        for (var page : List.of(
                "/organisation/posts/" + post + "/appoint",
                "/organisation/posts/" + post + "/close",
                "/organisation/units/" + west.publicId() + "/posts",
                "/organisation/units/" + city.publicId() + "/posts/new"))
            assertThat(get(cadre, page)).as(page).hasStatus(404);
        assertThat(close(cadre, post)).hasStatus(404);
    }

    @Test
    void aPersonsOtherPostsOutOfReachStayHidden() {
        var both = union.holder("federation-cadre", west);
        var post = open(union.cadre(city), east, "union-chair", "东边主席");
        appoint(union.cadre(city), post, chosen(both));
        assertThat(get(cadre, "/organisation/people/" + id(both)))
                .hasStatusOk()
                .bodyText()
                .contains("东边主席")
                .doesNotContain(west.name());
    }

    @Test
    void everyDeedIsOnTheTrail() {
        var post = open(cadre, east, "union-chair", "主席");
        appoint(cadre, post, newcomer("甄记录", Map.of()));
        var holder = db.sql("select id from people.person where name = '甄记录'")
                .query(Long.class)
                .single();
        end(cadre, new Actor(holder, "甄记录", List.of(), null), post, day(3));
        assertThat(db.sql("select action from access.audit_entry where subject_id = ? order by id")
                        .param(post)
                        .query(String.class)
                        .list())
                .containsExactly("organisation.post.open", "organisation.tenure.begin", "organisation.tenure.end");
    }

    @Test
    void anOutsideBodySeesMattersOnly() {
        var guest = db.sql(
                        "insert into organisation.unit (category, name, search) values ('GUEST', '外部法院' || gen_random_uuid(), '') returning public_id")
                .query(UUID.class)
                .single();
        var admin = union.holder("security-admin", null);
        var answer = mvc.post()
                .uri("/organisation/units/" + guest + "/posts")
                .param("title", "书记员")
                .param("role", role("union-chair").toString())
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
        var post = UUID.fromString(
                String.valueOf(answer.getResponse().getRedirectedUrl()).split("/")[3]);
        appoint(admin, post, newcomer("甄法院", Map.of()));
        var person = db.sql("select id from people.person where name = '甄法院'")
                .query(Long.class)
                .single();
        var clerk = union.actor(person, "甄法院");
        assertThat(clerk.reach("organisation.unit.read")).isEqualTo(new Reach.Matters(person, Set.of(post)));
        assertThat(get(clerk, "/organisation/units/" + guest)).hasStatus(404);
        assertThat(get(clerk, "/organisation/employers"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("有限公司");
        assertThat(get(clerk, "/organisation/people")).hasStatusOk().bodyText().doesNotContain("甄法院</a>");
    }

    private UUID open(Actor actor, Unit unit, String role, String title) {
        var answer = mvc.post()
                .uri("/organisation/units/" + unit.publicId() + "/posts")
                .param("title", title)
                .param("role", role(role).toString())
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return UUID.fromString(
                String.valueOf(answer.getResponse().getRedirectedUrl()).split("/")[3]);
    }

    private MvcTestResult appoint(Actor actor, UUID post, Map<String, String> form) {
        var request =
                mvc.post().uri("/organisation/posts/" + post + "/appoint").requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult end(Actor actor, Actor holder, UUID post, String until) {
        var tenure =
                db.sql("""
                        select t.public_id from organisation.tenure t join organisation.post o on o.id = t.post_id
                        where t.person_id = ? and o.public_id = ?
                        """).params(holder.personId(), post).query(UUID.class).single();
        return mvc.post()
                .uri("/organisation/tenures/" + tenure + "/end")
                .param("until", until)
                .param("reason", "工作调动")
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult close(Actor actor, UUID post) {
        return mvc.post()
                .uri("/organisation/posts/" + post + "/close")
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    private MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    private Map<String, String> newcomer(String name, Map<String, String> more) {
        var form = new HashMap<>(Map.of("person", "new", "name", name, "from", day(0)));
        form.putAll(more);
        return form;
    }

    private Map<String, String> chosen(Actor person) {
        return Map.of("person", id(person).toString(), "from", day(0));
    }

    private UUID id(Actor person) {
        return db.sql("select public_id from people.person where id = ?")
                .param(person.personId())
                .query(UUID.class)
                .single();
    }

    private UUID person(String name) {
        return db.sql("select public_id from people.person where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private UUID post(Actor holder) {
        return holder.posts().getFirst().id();
    }

    private UUID role(String key) {
        return db.sql("select public_id from organisation.role where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }
}
