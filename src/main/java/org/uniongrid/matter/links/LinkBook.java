package org.uniongrid.matter.links;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.Task;

/** What is known of links; of their secrets only hashes. */
@Repository
@Unscoped("whoever holds a link is not signed in, and it is for one step; senders have found the matter before")
class LinkBook {

    private final JdbcClient db;
    private final Clock clock;

    LinkBook(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Somebody whom a step waits for.
     *
     * @param tenure public id of how they hold the post
     * @param until when their link ends, where they have one
     */
    record Candidate(
            UUID tenure,
            long personId,
            String name,
            long postId,
            String title,
            @Nullable Instant until) {}

    /** Those who hold the post that has the step, or any post of the unit in whose pool it waits. */
    List<Candidate> candidates(Task task) {
        return db.sql("""
                        select n.public_id as tenure, p.id as person_id, p.name, o.id as post_id, o.title,
                               (select l.ends_at from matter.link l where l.task_id = :task and l.person_id = p.id
                                and l.ended_at is null and l.ends_at > :now) as until
                        from organisation.post o
                        join organisation.role r on r.id = o.role_id and 'matter.handle' = any (r.permissions)
                        join organisation.tenure n on n.post_id = o.id and n.during @> :today
                        join people.person p on p.id = n.person_id
                        where o.unit_id = :unit and (:post::uuid is null or o.public_id = :post) order by o.id, n.id
                        """)
                .param("task", task.id())
                .param("unit", task.unitId())
                .param("post", task.post())
                .param("today", LocalDate.now(clock))
                .param("now", now())
                .query((row, number) -> new Candidate(
                        row.getObject("tenure", UUID.class),
                        row.getLong("person_id"),
                        row.getString("name"),
                        row.getLong("post_id"),
                        row.getString("title"),
                        instant(row, "until")))
                .list();
    }

    /** In place of the one before, which opens nothing any more. */
    UUID add(Matter matter, Task task, Candidate to, byte[] tokenHash, Duration life, long sender) {
        db.sql("update matter.link set ended_at = ? where task_id = ? and person_id = ? and ended_at is null")
                .params(now(), task.id(), to.personId())
                .update();
        return db.sql("""
                        insert into matter.link (token_hash, matter_id, task_id, person_id, post_id, made_at, made_by, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning public_id
                        """)
                .params(tokenHash, matter.id(), task.id(), to.personId(), to.postId(), now(), sender, now().plus(life))
                .query(UUID.class)
                .single();
    }

    /** While its step waits for its person: in the hands of the post, or in the pool of the post's unit. */
    Optional<Link> find(byte[] tokenHash) {
        return db.sql("""
                        select l.id, l.public_id, m.public_id as matter, t.public_id as task, l.person_id, p.name, o.public_id as post,
                               l.ends_at, l.code_hash is not null and l.code_ends_at > :now as asked
                        from matter.link l join matter.task t on t.id = l.task_id and t.state = 'OPEN'
                        join matter.matter m on m.id = l.matter_id
                        join people.person p on p.id = l.person_id
                        join organisation.post o on o.id = l.post_id
                        where l.token_hash = :hash and l.ended_at is null and l.ends_at > :now
                        and t.holder_id = case t.holder_kind when 'POST' then l.post_id else o.unit_id end
                        """)
                .param("hash", tokenHash)
                .param("now", now())
                .query((row, number) -> new Link(
                        row.getLong("id"),
                        row.getObject("public_id", UUID.class),
                        row.getObject("matter", UUID.class),
                        row.getObject("task", UUID.class),
                        row.getLong("person_id"),
                        row.getString("name"),
                        row.getObject("post", UUID.class),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("asked")))
                .optional();
    }

    void ask(Link link, byte[] codeHash, Duration life) {
        db.sql("update matter.link set code_hash = ?, code_ends_at = ?, code_tries = 0 where id = ?")
                .params(codeHash, now().plus(life), link.id())
                .update();
    }

    /** Counts a try, so that two at once count as two; the code that is asked for, while it may be tried. */
    Optional<byte[]> tryCode(Link link, int most) {
        return db.sql("""
                        update matter.link set code_tries = code_tries + 1
                        where id = ? and code_ends_at > ? and code_tries < ? returning code_hash
                        """).params(link.id(), now(), most).query(byte[].class).optional();
    }

    /** Uses the code up. */
    void prove(Link link, byte[] proofHash, Duration life) {
        db.sql("""
                        update matter.link set code_hash = null, code_ends_at = null, proof_hash = ?, proof_ends_at = ? where id = ?
                        """).params(proofHash, now().plus(life), link.id()).update();
    }

    boolean isProven(Link link, byte[] proofHash) {
        return db.sql("select exists (select from matter.link where id = ? and proof_hash = ? and proof_ends_at > ?)")
                .params(link.id(), proofHash, now())
                .query(Boolean.class)
                .single();
    }

    /** What was entered in this transaction was entered by this link. */
    void mark(Link link, Matter matter) {
        db.sql("""
                        insert into matter.link_entry (entry_id, link_id)
                        select e.id, ? from matter.entry e where e.matter_id = ? and e.xmin = pg_current_xact_id()::xid
                        on conflict do nothing
                        """).params(link.id(), matter.id()).update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
