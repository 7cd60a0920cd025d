package org.uniongrid.organisation.register;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.web.Query;

/** Filters that people keep under names of their own; everybody has their own only. */
@Repository
public class SavedFilters {

    static final int MOST = 20;

    private static final int LONGEST_NAME = 40;

    private final JdbcClient db;

    SavedFilters(JdbcClient db) {
        this.db = db;
    }

    /**
     * One that is kept.
     *
     * @param query as an address has it, without the unit: it is asked of whatever unit is chosen
     * @param first whether the list begins with it
     */
    public record Saved(UUID publicId, ListKind list, String name, String query, boolean first) {

        /** The list narrowed like this, below a unit. */
        public String href(UUID under) {
            return Query.of(list.address() + "?" + query).with("under", under).toString();
        }
    }

    private static final String SAVED = "select public_id, list, name, query, first from organisation.saved_filter ";

    List<Saved> of(ListKind list, Actor actor) {
        return db.sql(SAVED + "where person_id = :person and list = :list order by lower(name)")
                .param("person", actor.personId())
                .param("list", list.name())
                .query(Saved.class)
                .list();
    }

    Saved find(UUID id, Actor actor) {
        return db.sql(SAVED + "where public_id = :id and person_id = :person")
                .param("id", id)
                .param("person", actor.personId())
                .query(Saved.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("filter"));
    }

    /** The one that the list begins with. */
    Optional<Saved> first(ListKind list, Actor actor) {
        return of(list, actor).stream().filter(Saved::first).findFirst();
    }

    @Transactional
    public void save(ListKind list, String name, String query, boolean first, Actor actor) {
        ListRule.FILTER_OF_SOMETHING.require(!query.isEmpty() && query.length() <= 2_000);
        ListRule.FILTERS_NOT_TOO_MANY.require(of(list, actor).size() < MOST);
        if (first) noneFirst(list, actor);
        named(() -> db.sql("""
                        insert into organisation.saved_filter (person_id, list, name, query, first)
                        values (:person, :list, :name, :query, :first)
                        """)
                .param("person", actor.personId())
                .param("list", list.name())
                .param("name", tidy(name))
                .param("query", query)
                .param("first", first)
                .update());
    }

    @Transactional
    public void rename(Saved saved, String name) {
        named(() -> db.sql("update organisation.saved_filter set name = :name where public_id = :id")
                .param("name", tidy(name))
                .param("id", saved.publicId())
                .update());
    }

    /** The list begins with this one, or with none. */
    @Transactional
    public void beginWith(Saved saved, boolean first, Actor actor) {
        noneFirst(saved.list(), actor);
        db.sql("update organisation.saved_filter set first = :first where public_id = :id")
                .param("first", first)
                .param("id", saved.publicId())
                .update();
    }

    void delete(Saved saved) {
        db.sql("delete from organisation.saved_filter where public_id = ?")
                .param(saved.publicId())
                .update();
    }

    private void noneFirst(ListKind list, Actor actor) {
        db.sql(
                        "update organisation.saved_filter set first = false where person_id = :person and list = :list and first")
                .param("person", actor.personId())
                .param("list", list.name())
                .update();
    }

    private static String tidy(String name) {
        var tidy = name.strip();
        ListRule.FILTER_WITH_A_NAME.require(!tidy.isEmpty() && tidy.codePointCount(0, tidy.length()) <= LONGEST_NAME);
        return tidy;
    }

    private static void named(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException _) {
            throw new RuleBroken(ListRule.FILTER_NAMED_ONCE);
        }
    }
}
