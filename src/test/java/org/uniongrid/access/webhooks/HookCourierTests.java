package org.uniongrid.access.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.access.HookEvent;
import org.uniongrid.access.HookKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.people.Vault;
import tools.jackson.databind.json.JsonMapper;

/** A receiver is told in order, again after a failure, and left alone after three days. The clocks here are ahead of the house's, whose own jobs so find nothing to send. */
@ModuleTest
class HookCourierTests {

    private final Union union;
    private final ApplicationContext house;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Actor keeper;
    private final Queue<Got> got = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private Duration ahead = Duration.ofDays(2);
    private @Nullable HttpServer server;

    HookCourierTests(Union union, ApplicationContext house, JdbcClient db, TransactionTemplate transaction) {
        this.union = union;
        this.house = house;
        this.db = db;
        this.transaction = transaction;
        this.keeper = union.holder("security-admin", null);
    }

    private record Got(String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        // what other tests left behind is not sent here
        db.sql("update access.webhook set ended_at = now() where ended_at is null and address like 'http:%'")
                .update();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        got.add(new Got(
                headers.getFirst("UnionGrid-Id"),
                headers.getFirst("UnionGrid-Timestamp"),
                headers.getFirst("UnionGrid-Signature"),
                body));
        var answer = answers.poll();
        if (answer != null && answer == 302) exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
    }

    @AfterEach
    void close() {
        if (server != null) server.stop(0);
    }

    private Clock clock() {
        return Clock.offset(house.getBean(Clock.class), ahead);
    }

    private HookPost post() {
        return new HookPost(db, house.getBean(JsonMapper.class), clock(), List.of(new HookKind("access.test")));
    }

    private HookCourier courier() {
        return new HookCourier(
                new HookQueue(db, clock()),
                new HookSender(new HookAddresses(true, false)),
                house.getBean(HookSecrets.class),
                house.getBean(HookNotices.class),
                clock());
    }

    private HookDesk desk() {
        var kinds = List.of(new HookKind("access.test"));
        return new HookDesk(
                house.getBean(Hooks.class),
                post(),
                house.getBean(HookSecrets.class),
                new HookAddresses(true, false),
                house.getBean(org.uniongrid.organisation.UnitDirectory.class),
                house.getBean(org.uniongrid.foundation.AuditTrail.class),
                clock(),
                kinds);
    }

    private HookDesk.Made hook(Union.@Nullable Unit unit) {
        var id = UUID.randomUUID();
        var address = "http://127.0.0.1:"
                + java.util.Objects.requireNonNull(server).getAddress().getPort() + "/hook?of=1";
        var made = new NewHook(id, "接收" + id, address, unit == null ? null : unit.publicId(), List.of("access.test"));
        return transaction.execute(status -> desk().make(keeper, made).orElseThrow());
    }

    private String tell(Union.Unit unit) {
        var id = "access.test:" + UUID.randomUUID();
        tell(unit, id);
        return id;
    }

    private void tell(Union.Unit unit, String id) {
        transaction.executeWithoutResult(
                status -> post().tell(new HookEvent("access.test", id, unit.scope(), Map.of("state", "JOINED"))));
    }

    private void carryAll() {
        for (int round = 0; round < 20 && courier().carry() > 0; round++)
            assertThat(round).isLessThan(19);
    }

    private List<String> ids() {
        return got.stream().map(Got::id).toList();
    }

    @Test
    void aReceiverIsToldInOrderAndKnowsThatItIsUs() {
        var city = union.city();
        var made = hook(city);
        var first = tell(city);
        var second = tell(union.district(city, "推东"));
        tell(union.city());
        tell(city, first);
        carryAll();
        assertThat(ids()).containsExactly(first, second);
        var one = got.element();
        assertThat(one.signature())
                .isEqualTo(HookSecrets.sign(made.secret(), Long.parseLong(one.timestamp()), one.body()));
        assertThat(one.body()).contains("\"event\":\"access.test\"", "\"state\":\"JOINED\"", first);
    }

    @Test
    void aFailureIsTriedAgainAndHoldsUpWhatComesAfterIt() {
        var city = union.city();
        hook(city);
        answers.addAll(List.of(500, 302));
        var first = tell(city);
        var second = tell(city);
        carryAll();
        assertThat(ids()).containsExactly(first);
        ahead = ahead.plusSeconds(61);
        carryAll();
        assertThat(ids()).containsExactly(first, first);
        ahead = ahead.plusSeconds(240);
        carryAll();
        assertThat(ids()).as("five minutes after the second").hasSize(2);
        ahead = ahead.plusSeconds(61);
        carryAll();
        assertThat(ids()).containsExactly(first, first, first, second);
        assertThat(got.stream().map(Got::body).distinct()).hasSize(2);
    }

    @Test
    void afterThreeDaysItIsPausedAndItsKeepersAreTold() {
        var city = union.city();
        var made = hook(city);
        for (int n = 0; n < 30; n++) answers.add(503);
        var event = tell(city);
        for (int hour = 0; hour <= 72; hour++) {
            carryAll();
            ahead = ahead.plusHours(1).plusSeconds(2);
        }
        assertThat(ids()).hasSizeBetween(10, 14).containsOnly(event);
        var hook = hookOf(made);
        assertThat(hook.state()).isEqualTo(Hook.State.GIVEN_UP);
        assertThat(db.sql("select count(*) from notice.notice where key like ? and person_id = ?")
                        .params("access.webhook-paused:" + made.hook().publicId() + ":%", keeper.personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        answers.clear();
        var later = tell(city);
        carryAll();
        assertThat(ids()).doesNotContain(later);
        transaction.executeWithoutResult(
                status -> desk().resume(keeper, made.hook().publicId()));
        carryAll();
        assertThat(ids()).endsWith(later);
    }

    private Hook hookOf(HookDesk.Made made) {
        return house.getBean(Hooks.class)
                .find(keeper.reach("access.webhook.keep"), made.hook().publicId())
                .orElseThrow();
    }

    @Test
    void forAWeekBothSecretsSign() {
        var city = union.city();
        var made = hook(city);
        var id = made.hook().publicId();
        var changed = transaction.execute(status -> desk().rotate(keeper, id));
        tell(city);
        carryAll();
        var one = got.element();
        long at = Long.parseLong(one.timestamp());
        assertThat(one.signature())
                .isEqualTo(HookSecrets.sign(changed.secret(), at, one.body()) + ","
                        + HookSecrets.sign(made.secret(), at, one.body()));
        ahead = ahead.plusDays(7).plusSeconds(1);
        tell(city);
        carryAll();
        assertThat(got).last().satisfies(last -> assertThat(last.signature()).doesNotContain(","));
    }

    @Test
    void twoProcessesNeverSendOneAtTheSameTime() {
        var city = union.city();
        hook(city);
        tell(city);
        assertThat(new HookQueue(db, clock()).claim()).hasSize(1);
        assertThat(new HookQueue(db, clock()).claim()).isEmpty();
        db.sql(
                        "update access.webhook_delivery set lease_until = now() - interval '1 second' where lease_until is not null")
                .update();
        assertThat(new HookQueue(db, clock()).claim()).hasSize(1);
    }

    @Test
    void whatIsSentAgainHasTheSameId() {
        var city = union.city();
        var made = hook(city);
        var event = tell(city);
        carryAll();
        var delivery = house.getBean(Hooks.class)
                .latest(keeper.reach("access.webhook.keep"), made.hook())
                .getFirst();
        transaction.executeWithoutResult(status -> desk().again(keeper, delivery.publicId()));
        carryAll();
        assertThat(ids()).containsExactly(event, event);
    }

    @Test
    void eventsAreToldInADeedAndOfAKnownKindOnly() {
        var event = new HookEvent("access.test", "x", union.city().scope(), Map.of());
        assertThatThrownBy(
                        () -> house.getBean(org.uniongrid.access.Webhooks.class).tell(event))
                .isInstanceOf(IllegalTransactionStateException.class);
        var unknown = new HookEvent("access.none", "y", union.city().scope(), Map.of());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> post().tell(unknown)))
                .isInstanceOf(IllegalArgumentException.class);
        var large = new HookEvent("access.test", "z", union.city().scope(), Map.of("a", "x".repeat(HookPost.LARGEST)));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> post().tell(large)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAreSealed() {
        var made = hook(null);
        var sealed = db.sql("select secret from access.webhook where id = ?")
                .param(made.hook().id())
                .query(String.class)
                .single();
        assertThat(sealed).doesNotContain(made.secret());
        assertThat(house.getBean(Vault.class)
                        .open(HookSecrets.NOW.at(made.hook().publicId()), sealed))
                .isEqualTo(made.secret());
    }
}
