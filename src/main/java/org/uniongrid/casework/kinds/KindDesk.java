package org.uniongrid.casework.kinds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.Grade;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;

/** Keeps the kinds and their snippets. */
@Component
@Unscoped("kinds are of the whole cell")
class KindDesk {

    private static final String KIND = "casework.kind";

    private final JdbcClient db;
    private final CaseKinds kinds;
    private final AuditTrail trail;
    private final Clock clock;

    KindDesk(JdbcClient db, CaseKinds kinds, AuditTrail trail, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
    }

    /** As it should stand. @param parent one at the top; null for one that is there itself */
    record Written(
            @Nullable UUID parent,
            String chinese,
            String english,
            List<String> keywords,
            Grade grade,
            boolean onPhone,
            int place) {}

    record Snippet(UUID publicId, String title, String words) {}

    /** Kinds are the same for all below, so whoever keeps them stands at the top of the tree. */
    boolean mayKeep(Actor actor) {
        return switch (actor.reach(KindsController.EDIT)) {
            case Reach.Cell _ -> true;
            case Reach.Units units ->
                units.tops().stream()
                        .anyMatch(
                                top -> top.path().indexOf('/', 1) == top.path().length() - 1);
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> false;
        };
    }

    private void requireKeeper(Actor actor) {
        CaseRule.KINDS_ARE_KEPT_AT_THE_TOP.require(mayKeep(actor));
    }

    /** What may be said of a kind. */
    List<Snippet> snippets(CaseKind kind) {
        return db.sql(
                        "select public_id, title, words from casework.snippet where kind_id = ? and ended_at is null order by id")
                .param(kind.id())
                .query(Snippet.class)
                .list();
    }

    @Transactional
    public void add(Actor actor, Written it) {
        requireKeeper(actor);
        var parent = it.parent() == null ? null : kinds.find(it.parent());
        CaseRule.KIND_IS_OFFERED.require(parent == null || !parent.ended() && parent.parent() == null);
        var id = written("""
                insert into casework.kind (parent_id, name, name_en, keywords, grade, on_phone, place)
                values (:parent, :name, :english, :keywords, :grade, :phone, :place) returning public_id
                """, it, parent == null ? null : parent.id(), null);
        trail.add(actor, Deed.of("casework.kind.add", KIND, id, it.chinese()));
    }

    @Transactional
    public void change(Actor actor, UUID id, Written it) {
        requireKeeper(actor);
        var kind = kinds.find(id);
        written("""
                update casework.kind set name = :name, name_en = :english, keywords = :keywords, grade = :grade,
                    on_phone = :phone,                    place = :place where public_id = :id returning public_id
                """, it, kind.parent(), id);
        trail.add(actor, Deed.of("casework.kind.change", KIND, id, kind.chinese()));
    }

    private UUID written(String sql, Written it, @Nullable Long parent, @Nullable UUID id) {
        try {
            return db.sql(sql)
                    .param("parent", parent)
                    .param("id", id)
                    .param("name", it.chinese())
                    .param("english", it.english())
                    .param("keywords", it.keywords().toArray(String[]::new))
                    .param("grade", it.grade().name())
                    .param("phone", it.onPhone())
                    .param("place", it.place())
                    .query(UUID.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(CaseRule.KIND_NAMED_ONCE);
        }
    }

    /** It is offered no longer, and what stands below it neither; what was filed under it stays. */
    @Transactional
    public void end(Actor actor, UUID id) {
        requireKeeper(actor);
        var kind = kinds.find(id);
        if (kind.ended()) return;
        db.sql("update casework.kind set ended_on = ? where ended_on is null and (id = ? or parent_id = ?)")
                .params(LocalDate.now(clock), kind.id(), kind.id())
                .update();
        trail.add(actor, Deed.of("casework.kind.end", KIND, id, kind.chinese()));
    }

    @Transactional
    public void addSnippet(Actor actor, UUID id, String title, String words) {
        requireKeeper(actor);
        var kind = kinds.find(id);
        db.sql("insert into casework.snippet (kind_id, title, words, made_by, made_at) values (?, ?, ?, ?, ?)")
                .params(kind.id(), title, words, actor.personId(), OffsetDateTime.now(clock))
                .update();
        trail.add(actor, Deed.of("casework.snippet.add", KIND, id, title));
    }

    @Transactional
    public void endSnippet(Actor actor, UUID id, UUID snippet) {
        requireKeeper(actor);
        var kind = kinds.find(id);
        var ended = db.sql(
                        "update casework.snippet set ended_at = ? where public_id = ? and kind_id = ? and ended_at is null returning title")
                .params(OffsetDateTime.now(clock), snippet, kind.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No snippet " + snippet));
        trail.add(actor, Deed.of("casework.snippet.end", KIND, id, ended));
    }
}
