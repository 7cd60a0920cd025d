package org.uniongrid.notice.wires;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Wire;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's subscribe messages of a mini-program: a fixed template with two fields, the neutral title and the time.
 * WeChat lets through only as many as the person has agreed to.
 */
class WeChatWire implements Wire {

    /** A token that ended early, or was taken away. */
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

    /** The person does not take them, or the id is not theirs. */
    private static final Set<Integer> REFUSED = Set.of(40003, 43101);

    /** WeChat takes no more characters in such a field. */
    private static final int LONGEST = 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final URI url;
    private final WeChatToken token;
    private final String template;
    private final String titleField;
    private final String timeField;
    private final Call call;
    private final JsonMapper json;
    private final ZoneId zone;

    WeChatWire(URI url, WeChatToken token, String template, String fields, Call call, JsonMapper json, ZoneId zone) {
        var names = fields.split(",", -1);
        if (names.length != 2) throw new IllegalArgumentException("uniongrid.wechat.fields names two fields");
        this.url = url;
        this.token = token;
        this.template = template;
        this.titleField = names[0].strip();
        this.timeField = names[1].strip();
        this.call = call;
        this.json = json;
        this.zone = zone;
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public Answer send(Message message) {
        try {
            var first = token.get();
            var fate = call.make(request(message, first));
            if (!isTokenGone(fate)) return answer(fate);
            token.forget(first);
            return answer(call.make(request(message, token.get())));
        } catch (WeChatToken.NoToken none) {
            return new Answer.Later(none.why());
        }
    }

    private static boolean isTokenGone(Call.Fate fate) {
        return fate instanceof Call.Fate.Answered(var _, var body)
                && TOKEN.contains(body.path("errcode").asInt(0));
    }

    private static Answer answer(Call.Fate fate) {
        return switch (fate) {
            case Call.Fate.NotDone(var why) -> new Answer.Later(why);
            case Call.Fate.Unknown(var why) -> new Answer.Unknown(why);
            case Call.Fate.Answered(var _, var body) -> {
                if (!body.path("errcode").isIntegralNumber()) yield new Answer.Unknown("malformed");
                var code = body.path("errcode").asInt();
                if (code == 0) yield new Answer.Sent(body.path("msgid").asString(""));
                yield REFUSED.contains(code)
                        ? new Answer.Refused("errcode " + code)
                        : new Answer.Later("errcode " + code);
            }
        };
    }

    private HttpRequest.Builder request(Message message, String opened) {
        var data = new LinkedHashMap<String, Map<String, String>>();
        data.put(titleField, Map.of("value", cut(message.title())));
        data.put(timeField, Map.of("value", TIME.format(message.at().atZone(zone))));
        var body = new LinkedHashMap<String, Object>();
        body.put("touser", message.to());
        body.put("template_id", template);
        body.put("lang", message.language().startsWith("zh") ? "zh_CN" : "en_US");
        body.put("data", data);
        var key = URLEncoder.encode(opened, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(url.resolve("/cgi-bin/message/subscribe/send?access_token=" + key))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
