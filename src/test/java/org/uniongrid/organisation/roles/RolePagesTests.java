package org.uniongrid.organisation.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;
import org.uniongrid.foundation.Actor;

/** Roles as the security administrator makes and changes them. */
@ModuleTest
class RolePagesTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Union union;
    private final MockMvcTester mvc;
    private final JdbcClient db;
    private final MessageSource messages;
    private final int port;
    private final Actor admin;

    RolePagesTests(Union union, MockMvcTester mvc, JdbcClient db, MessageSource messages, @LocalServerPort int port) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        this.messages = messages;
        this.port = port;
        admin = union.holder("security-admin", null);
    }

    @Test
    void everyPermissionHasANameInBothLanguages() {
        var keys = db.sql("select key from organisation.permission")
                .query(String.class)
                .list();
        assertThat(keys).hasSizeGreaterThan(10);
        assertSoftly(softly -> keys.forEach(key -> {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
                for (var message :
                        List.of("permission." + key, "permission.group." + key.substring(0, key.indexOf('.'))))
                    softly.assertThat(messages.getMessage(message, null, "", locale))
                            .as("%s in %s", message, locale)
                            .isNotBlank();
        }));
    }

    @Test
    void aChangeCountsInSessionsThatAreOpen() {
        var role = create("BELOW", "organisation.unit.read", "organisation.employer.read");
        var worker = Visitor.as(union.account(key(role), union.city()), port);
        assertThat(worker.get("/organisation/employers").statusCode()).isEqualTo(200);
        assertThat(change(role, "BELOW", "organisation.unit.read")).hasStatus3xxRedirection();
        assertThat(worker.get("/organisation/employers").statusCode()).isEqualTo(403);
        assertThat(worker.get("/organisation/units").statusCode()).isEqualTo(200);
    }

    @Test
    void soDoesAShorterReach() {
        var city = union.city();
        var east = union.district(city, "东");
        var role = create("BELOW", "organisation.unit.read");
        var worker = Visitor.as(union.account(key(role), city), port);
        assertThat(worker.get("/organisation/units/" + east.publicId()).statusCode())
                .isEqualTo(200);
        change(role, "OWN", "organisation.unit.read");
        assertThat(worker.get("/organisation/units/" + east.publicId()).statusCode())
                .isEqualTo(404);
        assertThat(worker.get("/organisation/units/" + city.publicId()).statusCode())
                .isEqualTo(200);
        assertThat(worker.get("/organisation/units").body())
                .contains(city.name())
                .doesNotContain(east.name());
        assertThat(worker.get("/organisation/tree").body()).doesNotContain(east.name());
        change(role, "SELF", "organisation.unit.read");
        assertThat(worker.get("/organisation/units/" + city.publicId()).statusCode())
                .isEqualTo(404);
        assertThat(worker.get("/organisation/units").body()).doesNotContain(city.name() + "</a>");
    }

    @Test
    void everyChangeLeavesItsMarkWithWhatStoodThereBefore() {
        var role = create("BELOW", "organisation.unit.read");
        change(role, "OWN", "organisation.unit.read", "organisation.post.read");
        assertThat(db.sql("select action || changes::text from access.audit_entry where subject_id = ? order by id")
                        .param(role)
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        made -> assertThat(made).startsWith("organisation.role.create"),
                        changed -> assertThat(changed)
                                .startsWith("organisation.role.change")
                                .contains(
                                        "organisation.unit.read",
                                        "organisation.post.read, organisation.unit.read",
                                        "BELOW",
                                        "OWN"));
    }

    @Test
    void dutiesThatDoNotMeetAreRefusedOnTheForm() {
        assertThat(post("", form("BELOW", "access.account.unlock")))
                .hasStatus(422)
                .bodyText()
                .contains("只能是“全平台”");
        assertThat(post("", form("CELL", "access.account.unlock", "access.sign-in.read")))
                .hasStatus(422)
                .bodyText()
                .contains("不能放在同一个角色里", "checked");
        assertThat(post("", form("BELOW"))).hasStatus(422).bodyText().contains("请至少选一项权限");
    }

    @Test
    void aNameIsGivenOnce() {
        var form = form("OWN", "organisation.unit.read");
        assertThat(post("", form)).hasStatus3xxRedirection();
        assertThat(post("", form)).hasStatus(422).bodyText().contains("已经有叫这个名字的角色");
    }

    @Test
    void fixedRolesAreReadOnly() {
        var fixed = id("audit-admin");
        assertThat(get("/" + fixed)).hasStatusOk().bodyText().contains("固定").doesNotContain("/edit\"");
        assertThat(get("/" + fixed + "/edit")).hasStatus(422);
        assertThat(change(fixed, "CELL", "access.sign-in.read")).hasStatus(422);
        assertThat(post("/" + fixed + "/retire", new LinkedMultiValueMap<>())).hasStatus(422);
    }

    @Test
    void nobodyChangesARoleTheyHoldEvenInAnotherPost() {
        var role = create("BELOW", "organisation.unit.read");
        var city = union.city();
        var post = new Actor.Post(
                UUID.randomUUID(), key(role), "干事", city.publicId(), city.name(), city.scope(), Set.of());
        var both = new Actor(
                admin.personId(),
                admin.name(),
                List.of(admin.posts().getFirst(), post),
                admin.posts().getFirst());
        assertThat(mvc.post()
                        .uri("/organisation/roles/" + role)
                        .params(form("BELOW", "organisation.unit.read", "organisation.employer.read"))
                        .requestAttr(Actor.class.getName(), both)
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("你自己担任着这个角色");
    }

    @Test
    void aRoleThatIsHeldIsNotRetiredAndOneThatIsNotHeldIs() {
        var role = create("BELOW", "organisation.unit.read");
        var holder = union.holder(key(role), union.city());
        assertThat(post("/" + role + "/retire", new LinkedMultiValueMap<>()))
                .hasStatus(422)
                .bodyText()
                .contains("还有人担任");
        db.sql("delete from organisation.tenure where person_id = ?")
                .param(holder.personId())
                .update();
        assertThat(post("/" + role + "/retire", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
        assertThat(get("/" + role)).bodyText().contains("已停用");
    }

    @Test
    void aRoleInUseDoesNotBecomeOneOfTheWholeCell() {
        var role = create("BELOW", "organisation.unit.read");
        union.holder(key(role), union.city());
        assertThat(change(role, "CELL", "organisation.unit.read"))
                .hasStatus(422)
                .bodyText()
                .contains("已经有岗位在用");
    }

    @Test
    void aPairIsMadeAndGivenUp() {
        var one = create("BELOW", "organisation.unit.read");
        var other = create("BELOW", "organisation.employer.read");
        var with = new LinkedMultiValueMap<String, String>();
        with.add("other", other.toString());
        assertThat(post("/" + one + "/exclude", with)).hasStatus3xxRedirection();
        assertThat(get("/" + other)).bodyText().contains("/organisation/roles/" + one);
        assertThat(post("/" + one + "/allow", with)).hasStatus3xxRedirection();
        assertThat(get("/" + other)).bodyText().doesNotContain("href=\"/organisation/roles/" + one);
        var fixed = new LinkedMultiValueMap<String, String>();
        fixed.add("other", id("audit-admin").toString());
        assertThat(post("/" + id("system-admin") + "/allow", fixed)).hasStatus(422);
    }

    @Test
    void aCopyBeginsLikeTheRoleItIsOf() {
        assertThat(get("/new?like=" + id("union-chair")))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"organisation.employer.read\" checked")
                .doesNotContain("value=\"exchange.import\" checked");
    }

    private UUID create(String reach, String... permissions) {
        var answer = post("", form(reach, permissions));
        assertThat(answer).hasStatus3xxRedirection();
        var address = answer.getResponse().getRedirectedUrl();
        return UUID.fromString(String.valueOf(address).substring("/organisation/roles/".length()));
    }

    private MvcTestResult change(UUID role, String reach, String... permissions) {
        return post("/" + role, form(reach, permissions));
    }

    private MultiValueMap<String, String> form(String reach, String... permissions) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("name", "试用角色" + NUMBER.incrementAndGet());
        form.add("reach", reach);
        for (var permission : permissions) form.add("permissions", permission);
        return form;
    }

    private MvcTestResult post(String path, MultiValueMap<String, String> form) {
        return mvc.post()
                .uri("/organisation/roles" + path)
                .params(form)
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/organisation/roles" + path)
                .requestAttr(Actor.class.getName(), admin)
                .exchange();
    }

    private String key(UUID role) {
        return db.sql("select key from organisation.role where public_id = ?")
                .param(role)
                .query(String.class)
                .single();
    }

    private UUID id(String key) {
        return db.sql("select public_id from organisation.role where key = ?")
                .param(key)
                .query(UUID.class)
                .single();
    }
}
