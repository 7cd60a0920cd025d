package org.uniongrid.organisation.packs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.PackValue;
import org.uniongrid.organisation.RulePack.Running;
import org.uniongrid.organisation.ShippedPack;
import tools.jackson.databind.json.JsonMapper;

/** Writes versions of rule packs, one writer at a time. */
@Component
class PackTable {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    PackTable(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** A version to add; what it is kept for is said by whoever adds it. */
    record Fresh(
            String subject,
            String region,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, PackValue> values,
            String article,
            boolean example,
            boolean unsure,
            @Nullable String note,
            @Nullable String reviewedBy,
            Running running) {

        static Fresh of(ShippedPack pack) {
            return new Fresh(
                    pack.subject(),
                    pack.region(),
                    pack.from(),
                    pack.until(),
                    pack.values(),
                    pack.article(),
                    pack.example(),
                    pack.unsure(),
                    pack.note(),
                    null,
                    pack.running());
        }

        Fresh until(@Nullable LocalDate day) {
            return new Fresh(subject, region, from, day, values, article, example, unsure, note, reviewedBy, running);
        }
    }

    /** Who wrote a version: the platform by what it brought, or somebody. */
    record Maker(
            @Nullable String hash,
            @Nullable Long person,
            @Nullable String name) {}

    /** Until the end of the transaction nobody else writes versions. */
    @Unscoped("gives out nothing")
    void lock() {
        db.sql("select pg_advisory_xact_lock(hashtext('organisation.rule_pack'))")
                .query(row -> {});
    }

    /** What holds on the day ends there; what begins on it, or later and before the other day, is put aside. */
    void makeRoom(String subject, String region, LocalDate from, @Nullable LocalDate until) {
        db.sql("""
                        update organisation.rule_pack set set_aside_at = :now
                        where subject = :subject and region = :region and set_aside_at is null
                          and lower(during) >= :from and (cast(:until as date) is null or lower(during) < :until)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("subject", subject)
                .param("region", region)
                .param("from", from)
                .param("until", until)
                .update();
        db.sql("""
                        update organisation.rule_pack set during = daterange(lower(during), :from)
                        where subject = :subject and region = :region and set_aside_at is null
                          and during @> cast(:from as date) and lower(during) < :from
                        """)
                .param("subject", subject)
                .param("region", region)
                .param("from", from)
                .update();
    }

    @Unscoped("gives out only what was just written")
    UUID add(Fresh fresh, Maker maker, boolean aside) {
        var raw = new LinkedHashMap<String, Object>();
        fresh.values().forEach((key, value) -> raw.put(key, value.raw()));
        var now = OffsetDateTime.now(clock);
        return db.sql("""
                        insert into organisation.rule_pack (subject, region, during, content, article, example, unsure, note,
                            reviewed_by, running, shipped_hash, made_at, made_by, made_by_name, set_aside_at)
                        values (:subject, :region, daterange(:from, :until), cast(:content as jsonb), :article, :example,
                            :unsure, :note, :reviewed, :running, :hash, :now, :person, :name, :aside)
                        returning public_id
                        """)
                .param("subject", fresh.subject())
                .param("region", fresh.region())
                .param("from", fresh.from())
                .param("until", fresh.until())
                .param("content", json.writeValueAsString(raw))
                .param("article", fresh.article())
                .param("example", fresh.example())
                .param("unsure", fresh.unsure())
                .param("note", fresh.note())
                .param("reviewed", fresh.reviewedBy())
                .param("running", fresh.running().name())
                .param("hash", maker.hash())
                .param("now", now)
                .param("person", maker.person())
                .param("name", maker.name())
                .param("aside", aside ? now : null)
                .query(UUID.class)
                .single();
    }
}
