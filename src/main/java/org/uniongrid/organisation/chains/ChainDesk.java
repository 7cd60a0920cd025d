package org.uniongrid.organisation.chains;

import static org.uniongrid.organisation.chains.ChainRule.*;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory;

/** Where chains are made, changed and ended. Whatever is named is handed in as found within reach. */
@Component
class ChainDesk {

    static final String SUBJECT = "organisation.chain";
    static final Set<Category> KEEPERS =
            EnumSet.of(Category.FEDERATION, Category.REGIONAL, Category.INDUSTRIAL, Category.CHAIN);

    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    ChainDesk(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a form says of a chain. */
    record Entry(String name, ChainKind kind, @Nullable String about) {}

    @Transactional
    UUID create(Actor actor, UnitDirectory.Found keeper, Entry entry) {
        CHAIN_IS_KEPT_BY_A_FEDERATION.require(KEEPERS.contains(keeper.category()));
        var id = db.sql("""
                        insert into organisation.chain (unit_id, name, kind, about) values (:unit, :name, :kind, :about)
                        on conflict (unit_id, name) where ended_on is null do nothing returning public_id
                        """)
                .param("unit", keeper.id())
                .param("name", entry.name())
                .param("kind", entry.kind().name())
                .param("about", entry.about())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleBroken(CHAIN_NAME_IS_FREE));
        trail.add(
                actor,
                Deed.of("organisation.chain.create", SUBJECT, id, entry.name())
                        .with("chain-kind", null, entry.kind().term())
                        .with("chain-keeper", null, keeper.name()));
        return id;
    }

    @Transactional
    void change(Actor actor, Chain chain, Entry entry) {
        lock(chain);
        CHAIN_NAME_IS_FREE.require(isFree(chain, entry.name()));
        db.sql("update organisation.chain set name = :name, kind = :kind, about = :about where id = :id")
                .param("name", entry.name())
                .param("kind", entry.kind().name())
                .param("about", entry.about())
                .param("id", chain.id())
                .update();
        trail.add(
                actor,
                Deed.of("organisation.chain.change", SUBJECT, chain.publicId(), entry.name())
                        .with("chain-name", chain.name(), entry.name())
                        .with("chain-kind", chain.kind().term(), entry.kind().term())
                        .with("chain-about", chain.about(), entry.about()));
    }

    private boolean isFree(Chain chain, String name) {
        return db.sql("""
                        select not exists (
                            select from organisation.chain c join organisation.chain o on o.unit_id = c.unit_id and o.id <> c.id
                            where c.id = :id and o.name = :name and o.ended_on is null)
                        """)
                .param("id", chain.id())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** From today there is no such chain and nobody stands in it; whoever was to begin today does not. */
    @Transactional
    void end(Actor actor, Chain chain) {
        lock(chain);
        var today = LocalDate.now(clock);
        db.sql("delete from organisation.chain_member where chain_id = ? and lower(during) >= ?")
                .params(chain.id(), today)
                .update();
        db.sql("""
                        update organisation.chain_member set during = daterange(lower(during), :today)
                        where chain_id = :chain and (upper_inf(during) or upper(during) > :today)
                        """).param("chain", chain.id()).param("today", today).update();
        db.sql("update organisation.chain set ended_on = ? where id = ?")
                .params(today, chain.id())
                .update();
        trail.add(
                actor,
                Deed.of("organisation.chain.end", SUBJECT, chain.publicId(), chain.name())
                        .with("chain-ended", null, today.toString()));
    }

    /** Whoever changes a chain waits for whoever does already. */
    private void lock(Chain chain) {
        CHAIN_HAS_NOT_ENDED.require(
                db.sql("select id from organisation.chain where id = ? and ended_on is null for update")
                        .param(chain.id())
                        .query(Long.class)
                        .optional()
                        .isPresent());
    }
}
