package org.uniongrid.access.trail;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Moments are kept in UTC, as they were sealed, and shown as the reader's clock has them. */
final class Moments {

    private static final Pattern UTC =
            Pattern.compile("\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?Z");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Moments() {}

    static String in(ZoneId zone, OffsetDateTime moment) {
        return SECOND.format(moment.atZoneSameInstant(zone));
    }

    /** The text itself where it is no moment. */
    static String in(ZoneId zone, String text) {
        if (!UTC.matcher(text).matches()) return text;
        try {
            return in(zone, OffsetDateTime.parse(text));
        } catch (java.time.DateTimeException odd) {
            return text;
        }
    }
}
