package org.uniongrid.notice.wires;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Wire;
import tools.jackson.databind.json.JsonMapper;

/**
 * SMS by Alibaba Cloud (SendSms of 2017-05-25). The provider sends only texts it has approved: one that says that there
 * is news, and one with a code. Which of our messages it was, it is told as OutId.
 */
class AliyunSms implements Wire {

    private static final String CODE = "code";
    private static final String LINK = "link";
    private static final String PATH = "path";

    /** What is wrong with the account or for the moment, not with this message. */
    private static final Set<String> LATER = Set.of(
            "isv.BUSINESS_LIMIT_CONTROL",
            "isv.DAY_LIMIT_CONTROL",
            "isv.MONTH_LIMIT_CONTROL",
            "isv.OUT_OF_SERVICE",
            "isv.AMOUNT_NOT_ENOUGH",
            "isv.ACCOUNT_ABNORMAL",
            "isv.PRODUCT_UN_SUBSCRIPT",
            "isv.SMS_TEMPLATE_ILLEGAL",
            "isv.SMS_SIGNATURE_ILLEGAL",
            "isp.SYSTEM_ERROR",
            "isp.RAM_PERMISSION_DENY");

    private final URI url;
    private final AliyunSignature signature;
    private final String sign;
    private final String template;
    private final String codeTemplate;
    private final String linkTemplate;
    private final Call call;
    private final JsonMapper json;
    private final Clock clock;

    AliyunSms(
            URI url,
            AliyunSignature signature,
            String sign,
            String template,
            String codeTemplate,
            String linkTemplate,
            Call call,
            JsonMapper json,
            Clock clock) {
        this.url = url;
        this.signature = signature;
        this.sign = sign;
        this.template = template;
        this.codeTemplate = codeTemplate;
        this.linkTemplate = linkTemplate;
        this.call = call;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public Answer send(Message message) {
        // that there is news would be of no use to whoever does not sign in
        if (message.values().containsKey(LINK) && linkTemplate.isEmpty()) return new Answer.Refused("no template");
        return switch (call.make(request(message))) {
            case Call.Fate.NotDone(var why) -> new Answer.Later(why);
            case Call.Fate.Unknown(var why) -> new Answer.Unknown(why);
            case Call.Fate.Answered(var status, var body) -> {
                var code = body.path("Code").asString("");
                if (code.equals("OK")) yield new Answer.Sent(body.path("BizId").asString(""));
                if (code.isEmpty())
                    yield status < 300 ? new Answer.Unknown("malformed") : new Answer.Later("http " + status);
                yield isOurs(code, status) ? new Answer.Later(Call.code(code)) : new Answer.Refused(Call.code(code));
            }
        };
    }

    /** A wrong key, a wrong signature, too many requests: the next message would fare no better. */
    private static boolean isOurs(String code, int status) {
        return LATER.contains(code) || code.startsWith("Throttling") || status >= 300;
    }

    private HttpRequest.Builder request(Message message) {
        var query = AliyunSignature.query(parameters(message));
        var headers = headers();
        var request = HttpRequest.newBuilder(url.resolve("/?" + query)).POST(BodyPublishers.noBody());
        headers.forEach((name, value) -> {
            if (!name.equals("host")) request.header(name, value);
        });
        return request.header("Accept", "application/json").header("Authorization", signature.of(query, headers));
    }

    private SortedMap<String, String> parameters(Message message) {
        var code = message.values().get(CODE);
        var all = new TreeMap<String, String>();
        all.put("PhoneNumbers", message.to());
        all.put("SignName", sign);
        var link = message.values().get(LINK);
        all.put("TemplateCode", code != null ? codeTemplate : link != null ? linkTemplate : template);
        if (code != null)
            all.put("TemplateParam", json.createObjectNode().put(CODE, code).toString());
        else if (link != null)
            all.put(
                    "TemplateParam",
                    json.createObjectNode().put(PATH, path(link)).toString());
        all.put("OutId", message.id());
        return all;
    }

    /** The provider wants the domain to stand in the template. */
    private static String path(String link) {
        return link.replaceFirst("^https?://[^/]+/", "");
    }

    private SortedMap<String, String> headers() {
        var all = new TreeMap<String, String>();
        all.put("host", url.getAuthority());
        all.put("x-acs-action", "SendSms");
        all.put("x-acs-version", "2017-05-25");
        all.put("x-acs-date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("x-acs-signature-nonce", UUID.randomUUID().toString());
        all.put("x-acs-content-sha256", AliyunSignature.hash(""));
        return all;
    }
}
