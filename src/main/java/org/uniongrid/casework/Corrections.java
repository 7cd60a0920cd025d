package org.uniongrid.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;

/** 更正记录: what was put right in a case, by whom and why; on the page of the case, and on the audit trail. */
@Repository
@Unscoped("of cases whose matters were found for their readers")
public class Corrections {

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Corrections(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was put right. */
    public enum What {
        CLAIMANT_ADDED,
        CLAIMANT_LEFT,
        CLAIMANT_RENAMED,
        WAGE,
        AGREED,
        PAID,
        PAYMENT_CANCELLED,
        KIND,
        GRADE,
        HEADS,
        EMPLOYER;

        public String key() {
            return "case.correction."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of them.
     *
     * @param subject whose, or of which month; empty where it is the case's
     * @param before null where nothing stood there
     * @param after null where nothing stands there any more
     */
    public record Correction(
            What what,
            String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {}

    /** As it is read. */
    public record Line(Correction correction, String person, Instant at) {}

    /** What was put right by one deed, for one reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(Actor actor, Matter matter, CaseFile file, List<Correction> all) {
        if (all.isEmpty()) return;
        db.sql("""
                        insert into casework.correction (case_id, at, person_id, person_name, what, subject, before, after, reason)
                        select :file, :now, :person, :name, what, subject, before, after, reason
                        from unnest(:what, :subject, :before, :after, :reason) as c(what, subject, before, after, reason)
                        """)
                .param("file", file.id())
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("what", texts(all, it -> it.what().name()))
                .param("subject", texts(all, Correction::subject))
                .param("before", texts(all, Correction::before))
                .param("after", texts(all, Correction::after))
                .param("reason", texts(all, Correction::reason))
                .update();
        var deed = Deed.of("casework.correct", "casework.case", matter.publicId(), matter.label());
        var reason = all.getFirst().reason();
        trail.add(actor, reason == null ? deed : deed.because(reason));
    }

    private static @Nullable String[] texts(List<Correction> all, Function<Correction, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** The latest first. */
    public List<Line> of(CaseFile file) {
        return db.sql("""
                        select what, subject, before, after, reason, person_name, at from casework.correction
                        where case_id = ? order by id desc
                        """).param(file.id()).query((row, number) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        var it = new Correction(
                What.valueOf(row.getString("what")),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"));
        return new Line(
                it,
                row.getString("person_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
