package org.uniongrid.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Words, numbers and times for the reader, in the reader's language. */
public record Say(MessageSource messages, Locale locale, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public String of(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    public String language() {
        return locale.toLanguageTag();
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }
}
