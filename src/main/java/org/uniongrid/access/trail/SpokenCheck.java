package org.uniongrid.access.trail;

import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.uniongrid.access.AuditCheck;
import tools.jackson.databind.json.JsonMapper;

/** A check in words. It needs nothing of the house but the database and the data folder. */
@Component
class SpokenCheck implements AuditCheck {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Verifier verifier;
    private final Clock clock;

    SpokenCheck(
            JdbcClient db,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${uniongrid.data:data}") Path data) {
        this.verifier = new Verifier(db, transactions, JsonMapper.shared(), clock, data);
        this.clock = clock;
    }

    @Override
    public Answer check(@Nullable Path key, Locale language) throws IOException {
        var words = ResourceBundle.getBundle(
                "org.uniongrid.access.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var verdict = verifier.check(key, _ -> {});
        var lines = new ArrayList<String>();
        lines.add(say(words, "trail.told.looked", verdict.seals(), verdict.entries(), verdict.waiting()));
        lines.add(
                verdict.sealedAt() == null
                        ? say(words, "trail.sealed.never")
                        : say(words, "trail.told.sealed", time(verdict.sealedAt())));
        for (var finding : verdict.findings())
            lines.add("- " + say(words, finding.kind().key(), finding.places(clock.getZone())));
        if (verdict.more() > 0) lines.add(say(words, "trail.told.more", verdict.more()));
        lines.add(say(words, verdict.isClean() ? "trail.told.clean" : "trail.told.found"));
        return new Answer(verdict.isClean(), lines);
    }

    private static String say(ResourceBundle words, String key, Object... values) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(values);
    }

    private String time(Instant at) {
        return SECOND.format(at.atZone(clock.getZone()));
    }
}
