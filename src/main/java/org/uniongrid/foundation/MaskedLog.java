package org.uniongrid.foundation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Masks in each line of the log what looks like a phone, an identity number or a card. None should ever get there: this
 * is for the day that somebody forgets.
 */
public final class MaskedLog implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])(1[3-9][0-9]{9}|[1-9][0-9]{14,18}[Xx]?)(?![0-9A-Za-z])");

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, MaskedLog::masked));
    }

    static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(number -> Masks.number(number.group()));
    }
}
