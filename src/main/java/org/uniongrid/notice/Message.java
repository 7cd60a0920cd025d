package org.uniongrid.notice;

import java.time.Instant;
import java.util.Map;

/**
 * What one wire carries to one person.
 *
 * @param id the same at every try, so that the reader's side can drop a second
 * @param kind the kind of notice, for the log
 * @param to phone, e-mail address or WeChat id
 * @param language tag of the person's language
 * @param title the neutral title on phones, the subject of an e-mail
 * @param text the words of an e-mail or SMS
 * @param values what an SMS carries besides, by name
 * @param at when the notice was given
 */
public record Message(
        String id,
        String kind,
        String to,
        String language,
        String title,
        String text,
        Map<String, String> values,
        Instant at) {

    /** For logs and errors: no address, no words. */
    @Override
    public String toString() {
        return "message " + id + " of " + kind;
    }
}
