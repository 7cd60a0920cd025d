package org.uniongrid.organisation.packs;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.PackSubjects;
import org.uniongrid.organisation.ShippedPack;
import org.uniongrid.organisation.packs.PackTable.Fresh;
import org.uniongrid.organisation.packs.PackTable.Maker;

/**
 * Puts what the platform brings beside what is there, at every start. Where somebody has written a version of their own
 * for a region, or ended one, what comes later for it is put aside for them to look at, and nothing of theirs changes.
 */
@Component
class PackShelf {

    private final PackSubjects subjects;
    private final PackTable table;
    private final JdbcClient db;

    PackShelf(PackSubjects subjects, PackTable table, JdbcClient db) {
        this.subjects = subjects;
        this.table = table;
        this.db = db;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    void fill() {
        table.lock();
        subjects.shipped().forEach(this::put);
    }

    /** Any number of times: one whose content is there already changes nothing. */
    @Unscoped("gives out nothing of what it reads")
    void put(ShippedPack pack) {
        if (isThere(pack)) return;
        var touched = isTouched(pack);
        if (!touched) table.makeRoom(pack.subject(), pack.region(), pack.from(), pack.until());
        table.add(Fresh.of(pack), new Maker(pack.hash(), null, null), touched);
    }

    private boolean isThere(ShippedPack pack) {
        return db.sql("""
                        select exists (select from organisation.rule_pack
                        where subject = ? and region = ? and shipped_hash = ?)
                        """)
                .params(pack.subject(), pack.region(), pack.hash())
                .query(Boolean.class)
                .single();
    }

    private boolean isTouched(ShippedPack pack) {
        return db.sql("""
                        select exists (select from organisation.rule_pack
                        where subject = ? and region = ? and (made_by_name is not null or end_reason is not null))
                        """)
                .params(pack.subject(), pack.region())
                .query(Boolean.class)
                .single();
    }
}
