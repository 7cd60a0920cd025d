package org.uniongrid.notice.wires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Message;
import tools.jackson.databind.json.JsonMapper;

class WeChatWireTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final String TOKEN = "{\"access_token\":\"t-1\",\"expires_in\":7200}";
    private static final String SENT = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":99}";
    private static final Message MESSAGE = Letter.to("o-person");

    private volatile Instant now = Letter.AT;

    @Test
    void sendsTheNeutralTitleAndTheTime() {
        try (var stub = new Stub().answers(200, TOKEN).answers(200, SENT)) {
            assertThat(wire(stub).send(MESSAGE)).isEqualTo(new Answer.Sent("99"));
            assertThat(stub.asked()).hasSize(2);
            var token = stub.asked().getFirst();
            assertThat(token.address()).hasPath("/cgi-bin/stable_token").hasNoQuery();
            assertThat(token.body()).contains("\"appid\":\"wx1\"", "\"secret\":\"hidden\"");
            var send = stub.asked().getLast();
            assertThat(send.address())
                    .hasPath("/cgi-bin/message/subscribe/send")
                    .hasQuery("access_token=t-1");
            assertThat(send.body())
                    .contains("\"touser\":\"o-person\"", "\"template_id\":\"T1\"", "\"lang\":\"zh_CN\"")
                    .contains("\"thing1\":{\"value\":\"您有一条新的工会通知\"}", "\"time2\":{\"value\":\"2026-11-20 10:00\"}")
                    .doesNotContain("正文", "hidden");
        }
    }

    @Test
    void cutsATitleThatWeChatWouldRefuse() {
        try (var stub = new Stub().answers(200, TOKEN).answers(200, SENT)) {
            var title = "一二三四五六七八九十一二三四五六七八九十一";
            wire(stub).send(new Message("a", "x.y", "o", "zh-CN", title, "", MESSAGE.values(), Letter.AT));
            assertThat(stub.asked().getLast().body()).contains("\"一二三四五六七八九十一二三四五六七八九…\"");
        }
    }

    @Test
    void asksForATokenOnceUntilItEnds() {
        try (var stub = new Stub()
                .answers(200, TOKEN)
                .answers(200, SENT)
                .answers(200, SENT)
                .answers(200, TOKEN.replace("t-1", "t-2"))
                .answers(200, SENT)) {
            var wire = wire(stub);
            wire.send(MESSAGE);
            now = now.plus(Duration.ofMinutes(114));
            wire.send(MESSAGE);
            assertThat(stub.asked()).hasSize(3);
            now = now.plus(Duration.ofMinutes(1));
            wire.send(MESSAGE);
            assertThat(stub.asked()).hasSize(5);
            assertThat(stub.asked().getLast().address()).hasQuery("access_token=t-2");
        }
    }

    @ParameterizedTest
    @CsvSource({"40001", "40014", "42001"})
    void takesANewTokenWhereTheOldOneWasTakenAway(int gone) {
        try (var stub = new Stub()
                .answers(200, TOKEN)
                .answers(200, "{\"errcode\":" + gone + "}")
                .answers(200, TOKEN.replace("t-1", "t-2"))
                .answers(200, SENT)) {
            assertThat(wire(stub).send(MESSAGE)).isEqualTo(new Answer.Sent("99"));
            assertThat(stub.asked()).hasSize(4);
        }
    }

    @Test
    void asksNoThirdTimeWhereNoTokenHelps() {
        try (var stub = new Stub()
                .answers(200, TOKEN)
                .answers(200, "{\"errcode\":40001}")
                .answers(200, TOKEN)
                .answers(200, "{\"errcode\":40001}")) {
            assertThat(wire(stub).send(MESSAGE)).isEqualTo(new Answer.Later("errcode 40001"));
            assertThat(stub.asked()).hasSize(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"43101, Refused", "40003, Refused", "-1, Later", "45009, Later", "47003, Later"})
    void aNoIsANo(int code, String kind) {
        try (var stub = new Stub().answers(200, TOKEN).answers(200, "{\"errcode\":" + code + "}")) {
            var answer = wire(stub).send(MESSAGE);
            assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(answer.toString()).contains("errcode " + code);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, oops, http 500", "200, oops, malformed", "200, {}, malformed"})
    void whatCannotBeKnownIsLeftOpen(int status, String body, String why) {
        try (var stub = new Stub().answers(200, TOKEN).answers(status, body)) {
            assertThat(wire(stub).send(MESSAGE)).isEqualTo(new Answer.Unknown(why));
        }
    }

    @Test
    void silenceLeavesItOpen() {
        try (var stub = new Stub().answers(200, TOKEN).staysSilent()) {
            assertThat(wire(stub).send(MESSAGE)).isEqualTo(new Answer.Unknown("timeout"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"200; {\"errcode\":40125}", "500; oops", "200; nonsense"})
    void withoutATokenNothingWasSent(int status, String body) {
        try (var stub = new Stub().answers(status, body)) {
            assertThat(wire(stub).send(MESSAGE)).isInstanceOf(Answer.Later.class);
            assertThat(stub.asked()).hasSize(1);
        }
    }

    private WeChatWire wire(Stub stub) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(HERE);
        var call = new Call(JSON, Duration.ofMillis(600));
        var token = new WeChatToken(stub.url(), "wx1", "hidden", call, JSON, clock);
        return new WeChatWire(stub.url(), token, "T1", "thing1, time2", call, JSON, HERE);
    }
}
