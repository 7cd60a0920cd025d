package org.uniongrid.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Bigrams;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;

/** The cases, as they are kept beside their matters. */
@Repository
@Unscoped("of matters that were found for their readers")
public class CaseFiles {

    /** To write one down for somebody who rang or came. */
    public static final String ENTER = "casework.case.enter";

    private static final String FILE = """
            select f.id, f.matter_id, m.public_id as matter, f.channel, f.external_nr, f.kind_id, f.grade, f.urgent, f.heads,
                   e.public_id as employer_id, f.employer, f.place, f.claimants, f.claimed, f.agreed, f.paid
            from casework.case_file f join matter.matter m on m.id = f.matter_id
            left join organisation.employer e on e.id = f.employer_id
            """;

    private final JdbcClient db;
    private final CaseKinds kinds;
    private final Clock clock;

    CaseFiles(JdbcClient db, CaseKinds kinds, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * A new one.
     *
     * @param employerId internal id in the register
     */
    public record New(
            Channel channel,
            @Nullable String externalNumber,
            CaseKind kind,
            boolean urgent,
            int heads,
            @Nullable Long employerId,
            @Nullable String employer,
            @Nullable String place) {}

    /** @return its internal id */
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Matter matter, New it) {
        if (it.externalNumber() != null) requireNew(it);
        return db.sql("""
                        insert into casework.case_file (matter_id, channel, external_nr, kind_id, grade, urgent, heads, employer_id,
                            employer, place, search, filed_at, filed_on, unit_id, year, nr)
                        select :matter, :channel, :number, :kind, :grade, :urgent, :heads, :employerId::bigint, :employer, :place,
                            :search::tsvector, :now, :today, m.asked_id, m.year, m.nr
                        from matter.matter m where m.id = :matter
                        returning id
                        """)
                .param("matter", matter.id())
                .param("channel", it.channel().name())
                .param("number", it.externalNumber())
                .param("kind", it.kind().id())
                .param("grade", it.kind().grade().name())
                .param("urgent", it.urgent())
                .param("heads", it.heads())
                .param("employerId", it.employerId())
                .param("employer", it.employer())
                .param("place", it.place())
                .param("search", Bigrams.vector(matter.title(), matter.words()))
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
    }

    private void requireNew(New it) {
        var number = java.util.Objects.requireNonNull(it.externalNumber());
        var known = db.sql("select exists (select from casework.case_file where channel = ? and external_nr = ?)")
                .params(it.channel().name(), number)
                .query(Boolean.class)
                .single();
        if (known) throw new RuleBroken(CaseRule.NUMBER_IS_TAKEN_IN_ONCE, number);
    }

    public CaseFile of(Matter matter) {
        return find(matter).orElseThrow();
    }

    /** Empty while it is being written. */
    Optional<CaseFile> find(Matter matter) {
        return db.sql(FILE + "where f.matter_id = ?")
                .param(matter.id())
                .query((row, number) -> file(row))
                .optional();
    }

    private CaseFile file(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getLong("id"),
                row.getLong("matter_id"),
                row.getObject("matter", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("external_nr"),
                kinds.find(row.getLong("kind_id")),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("urgent"),
                row.getInt("heads"),
                row.getObject("employer_id", UUID.class),
                row.getString("employer"),
                row.getString("place"),
                row.getInt("claimants"),
                row.getLong("claimed"),
                row.getLong("agreed"),
                row.getLong("paid"));
    }
}
