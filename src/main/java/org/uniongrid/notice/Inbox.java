package org.uniongrid.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Keyset;
import org.uniongrid.foundation.Page;
import org.uniongrid.web.Bell;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody was told, latest first, at the desk and on the phone. Everybody sees their own and nobody else's. */
@Component
public class Inbox implements Bell {

    public static final int SIZE = 20;

    private static final Keyset ORDER = Keyset.descending("notice.notice", "n", "id");
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** One notice, with the words its template wants. */
    public record Row(
            UUID publicId,
            String kind,
            Map<String, String> words,
            @Nullable String href,
            OffsetDateTime createdAt,
            boolean unread) {}

    /** What a notice is called and says, in the language of the page. */
    public record Words(Templates templates, Locale locale) {

        public String title(Row row) {
            return templates.title(row.kind(), locale);
        }

        public String text(Row row) {
            return templates.open(row.kind(), row.words(), locale);
        }
    }

    /** A page of what is unread, or of all. */
    public Page<Row> page(Actor actor, boolean all, Cursor cursor) {
        return ORDER.page(cursor, SIZE, Row::publicId, tail -> read(actor, all, tail));
    }

    private List<Row> read(Actor actor, boolean all, Keyset.Tail tail) {
        return db.sql("""
                        select n.public_id, n.kind, n.words::text, n.href, n.created_at, n.read_at is null
                        from notice.notice n where n.person_id = :person
                        """ + (all ? "" : " and n.read_at is null") + tail.sql())
                .param("person", actor.personId())
                .param("row", tail.row())
                .param("limit", tail.limit())
                .query((row, number) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        json.readValue(row.getString(3), WORDS),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getBoolean(6)))
                .list();
    }

    @Override
    public int unread(Actor actor) {
        return db.sql("""
                        select count(*) from (
                            select from notice.notice where person_id = :person and read_at is null limit :most) waiting
                        """)
                .param("person", actor.personId())
                .param("most", MOST + 1)
                .query(Integer.class)
                .single();
    }

    /** Marks it as read. Where it leads to, if anywhere. */
    public Optional<String> open(Actor actor, UUID id) {
        return db.sql("""
                        update notice.notice set read_at = coalesce(read_at, greatest(:now, created_at))
                        where public_id = :id and person_id = :person returning coalesce(href, '')
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("person", actor.personId())
                .query(String.class)
                .optional()
                .map(href -> Optional.of(href).filter(address -> !address.isEmpty()))
                .orElseThrow(() -> new NoSuchElementException("notice"));
    }

    /** How many were unread until now. */
    public int readAll(Actor actor) {
        return db.sql("""
                        update notice.notice set read_at = greatest(:now, created_at)
                        where person_id = :person and read_at is null
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("person", actor.personId())
                .update();
    }
}
