package org.uniongrid.notice.wires;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uniongrid.notice.Answer;
import tools.jackson.databind.json.JsonMapper;

class AliyunSmsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Clock CLOCK = Clock.fixed(Letter.AT, ZoneOffset.UTC);

    /** The example that the provider's documentation works out. */
    @Test
    void theSignatureIsThatOfTheProvidersExample() {
        var query = AliyunSignature.query(new TreeMap<>(
                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai")));
        var headers = new TreeMap<>(Map.of(
                "host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-version", "2014-05-26",
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(new AliyunSignature("YourAccessKeyId", "YourAccessKeySecret").of(query, headers))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,"
                        + "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void signsEveryCharacterAsTheProviderReadsIt() {
        assertThat(AliyunSignature.query(new TreeMap<>(Map.of("a", "v=a b*c~d/e", "b", "中"))))
                .isEqualTo("a=v%3Da%20b%2Ac~d%2Fe&b=%E4%B8%AD");
    }

    @Test
    void sendsTheNeutralTemplateAndNothingOfTheNotice() {
        try (var stub = new Stub().answers(200, "{\"Code\":\"OK\",\"Message\":\"OK\",\"BizId\":\"b77\"}")) {
            assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Sent("b77"));
            var asked = stub.asked().getFirst();
            assertThat(asked.verb()).isEqualTo("POST");
            assertThat(asked.host()).isEqualTo(stub.url().getAuthority());
            assertThat(asked.authorization())
                    .startsWith("ACS3-HMAC-SHA256 Credential=key,")
                    .doesNotContain("hidden");
            assertThat(decoded(asked.address()))
                    .contains("PhoneNumbers=13900000001", "SignName=云州工会", "TemplateCode=SMS_NEWS", "OutId=a1")
                    .doesNotContain("TemplateParam", "正文");
        }
    }

    @Test
    void sendsACodeByTheTemplateForCodes() {
        try (var stub = new Stub().answers(200, "{\"Code\":\"OK\",\"BizId\":\"b78\"}")) {
            wire(stub).send(Letter.withCode("48213"));
            assertThat(decoded(stub.asked().getFirst().address()))
                    .contains("TemplateCode=SMS_CODE", "TemplateParam={\"code\":\"48213\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, isv.MOBILE_NUMBER_ILLEGAL, Refused",
        "200, isv.BLACK_KEY_CONTROL_LIMIT, Refused",
        "200, isv.BUSINESS_LIMIT_CONTROL, Later",
        "200, isv.AMOUNT_NOT_ENOUGH, Later",
        "400, SignatureDoesNotMatch, Later",
        "403, Throttling.User, Later"
    })
    void aNoIsANo(int status, String code, String kind) {
        try (var stub = new Stub().answers(status, "{\"Code\":\"" + code + "\",\"Message\":\"13900000001\"}")) {
            var answer = wire(stub).send(Letter.to(Letter.PHONE));
            assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(answer.toString()).contains(code).doesNotContain(Letter.PHONE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aFailureOfTheirsLeavesItOpen(int status) {
        try (var stub = new Stub().answers(status, "oops")) {
            assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Unknown("http " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoeverIsTooBusyHasNotSentIt(int status) {
        try (var stub = new Stub().answers(status, "")) {
            assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Later("http " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"Code\":", "{}"})
    void anAnswerThatMakesNoSenseLeavesItOpen(String body) {
        try (var stub = new Stub().answers(200, body)) {
            assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Unknown("malformed"));
        }
    }

    @Test
    void silenceLeavesItOpen() {
        try (var stub = new Stub().staysSilent()) {
            assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Unknown("timeout"));
        }
    }

    @Test
    void nobodyThereHasNotSentIt() {
        var stub = new Stub().answers(200, "");
        stub.close();
        assertThat(wire(stub).send(Letter.to(Letter.PHONE))).isEqualTo(new Answer.Later("unreachable"));
    }

    @Test
    void sendsALinkWithoutItsDomainAndOnlyByATemplateForLinks() {
        var letter = Letter.withLink("https://union.example.org/t/x9f");
        try (var stub = new Stub().answers(200, "{\"Code\":\"OK\",\"BizId\":\"b79\"}")) {
            wire(stub).send(letter);
            assertThat(decoded(stub.asked().getFirst().address()))
                    .contains("TemplateCode=SMS_LINK", "TemplateParam={\"path\":\"t/x9f\"}");
            assertThat(wire(stub, "").send(letter)).isEqualTo(new Answer.Refused("no template"));
            assertThat(stub.asked()).hasSize(1);
        }
    }

    private static AliyunSms wire(Stub stub) {
        return wire(stub, "SMS_LINK");
    }

    private static AliyunSms wire(Stub stub, String linkTemplate) {
        var call = new Call(JSON, Duration.ofMillis(600));
        var signature = new AliyunSignature("key", "hidden");
        return new AliyunSms(stub.url(), signature, "云州工会", "SMS_NEWS", "SMS_CODE", linkTemplate, call, JSON, CLOCK);
    }

    private static String decoded(URI address) {
        return URLDecoder.decode(address.getRawQuery(), StandardCharsets.UTF_8);
    }
}
