package org.uniongrid.matter.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Paper;
import org.uniongrid.matter.Papers;

/** What is known of papers; their bytes lie in {@link PaperFiles}. */
@Repository
@Unscoped("of a matter that was found for its reader")
class PaperBook {

    /** Without what was taken back, and what is not for the eyes of whoever asked. */
    private static final String SHOWN = """
            from matter.paper p where p.matter_id = :matter and p.removed_at is null
            and (p.audience = 'ALL' or :inside)
            """;

    private final JdbcClient db;
    private final Clock clock;

    PaperBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A paper with where its bytes are. */
    record Kept(UUID publicId, String name, PaperType type, String hash, long personId, boolean inside) {}

    /** All papers that a matter ever had. */
    record Sum(int count, long bytes) {}

    List<Paper> of(Matter matter) {
        return db.sql("""
                        select p.public_id, p.name, p.type, p.size, p.audience, p.person_id, p.person_name, p.unit_name, p.at, p.hash
                        """ + SHOWN + " order by p.id")
                .param("matter", matter.id())
                .param("inside", matter.inside())
                .query((row, number) -> paper(row))
                .list();
    }

    /** @throws NoSuchElementException where there is none that the reader may see */
    Kept find(Matter matter, UUID paper) {
        return db.sql("""
                        select p.public_id, p.name, p.type, p.hash, p.person_id, p.audience = 'HANDLERS' as inside
                        """ + SHOWN + " and p.public_id = :paper")
                .param("matter", matter.id())
                .param("inside", matter.inside())
                .param("paper", paper)
                .query(Kept.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No paper " + paper));
    }

    Sum sum(Matter matter) {
        return db.sql(
                        "select count(*)::int as count, coalesce(sum(size), 0) as bytes from matter.paper where matter_id = ?")
                .param(matter.id())
                .query(Sum.class)
                .single();
    }

    /** Which of these hashes a paper has, also one that was taken back. */
    List<String> known(Set<String> hashes) {
        return db.sql("select hash from matter.paper where hash = any (:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    UUID add(Matter matter, Papers.Accepted file, boolean inside, Actor actor) {
        var post = actor.chosen();
        return db.sql("""
                        insert into matter.paper (matter_id, name, type, size, hash, audience, person_id, person_name, unit_name, at)
                        values (:matter, :name, :type, :size, :hash, :audience, :person, :personName, :unit, :now)
                        returning public_id
                        """)
                .param("matter", matter.id())
                .param("name", file.name())
                .param("type", file.type())
                .param("size", file.size())
                .param("hash", file.hash())
                .param("audience", inside ? "HANDLERS" : "ALL")
                .param("person", actor.personId())
                .param("personName", actor.name())
                .param("unit", post == null || post.unitName() == null ? "" : post.unitName())
                .param("now", OffsetDateTime.now(clock))
                .query(UUID.class)
                .single();
    }

    void remove(UUID paper) {
        db.sql("update matter.paper set removed_at = ? where public_id = ?")
                .params(OffsetDateTime.now(clock), paper)
                .update();
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                PaperType.valueOf(row.getString("type")).icon(),
                PaperType.valueOf(row.getString("type")).isShown(),
                row.getLong("size"),
                row.getString("audience").equals("HANDLERS"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getString("unit_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("hash"));
    }
}
