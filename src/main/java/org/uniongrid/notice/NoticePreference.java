package org.uniongrid.notice;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wishes to be told.
 *
 * @param quiet whether their quiet hours hold
 * @param quietFrom when they begin, or null with the house's own
 * @param inboxOnly nothing at all goes to their phone or mailbox: somebody else might read it there
 */
public record NoticePreference(
        String language,
        boolean email,
        boolean sms,
        boolean wechat,
        boolean quiet,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        boolean inboxOnly) {

    /** Of whoever never chose. */
    public static final NoticePreference USUAL =
            new NoticePreference(Locale.SIMPLIFIED_CHINESE.toLanguageTag(), true, true, true, true, null, null, false);

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The hours in which nothing but what is urgent reaches them. */
    public QuietHours quietHours(QuietHours usual) {
        if (!quiet) return QuietHours.NONE;
        return quietFrom == null || quietTo == null ? usual : new QuietHours(quietFrom, quietTo);
    }
}
