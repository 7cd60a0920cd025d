package org.uniongrid.notice;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uniongrid.web.Form;

/** The form in which somebody says how they wish to be told: the same at the desk and on the phone. */
public final class WishForm {

    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    private WishForm() {}

    /** Filled in with what holds. */
    public static Form of(NoticePreference wish, QuietHours usual) {
        var hours = wish.quietFrom() == null ? usual : wish.quietHours(usual);
        return Form.blank()
                .with("email", wish.email())
                .with("sms", wish.sms())
                .with("wechat", wish.wechat())
                .with("language", wish.language())
                .with("quiet", wish.quiet())
                .with("from", hours.from())
                .with("to", hours.to())
                .with("inbox-only", wish.inboxOnly());
    }

    /** As it was sent, with what is wrong. */
    public static Form check(Map<String, List<String>> typed) {
        var form = Form.of(typed);
        var from = time(form, "from");
        var to = time(form, "to");
        return form.check("language", LANGUAGES.contains(form.value("language")), "notices.preferences.language.wrong")
                .check("from", from.isPresent(), "notices.preferences.time.wrong")
                .check("to", to.isPresent(), "notices.preferences.time.wrong")
                .check("to", from.isEmpty() || !from.equals(to), "notices.preferences.time.same");
    }

    /** Of a form in which nothing is wrong. */
    public static NoticePreference read(Form form, QuietHours usual, boolean inboxOnly) {
        var from = time(form, "from").orElseThrow();
        var to = time(form, "to").orElseThrow();
        var house = usual.equals(new QuietHours(from, to));
        return new NoticePreference(
                form.value("language"),
                form.has("email", "true"),
                form.has("sms", "true"),
                form.has("wechat", "true"),
                form.has("quiet", "true"),
                house ? null : from,
                house ? null : to,
                inboxOnly);
    }

    private static Optional<LocalTime> time(Form form, String field) {
        try {
            return Optional.of(LocalTime.parse(form.value(field)));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
