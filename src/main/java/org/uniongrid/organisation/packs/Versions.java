package org.uniongrid.organisation.packs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Versions of rule packs, in force or not. */
@Component
@Unscoped("what the law and local papers set is no secret")
class Versions {

    private static final int SHOWN = 200;

    private static final String VERSION = """
            select p.public_id, p.subject, p.region, coalesce(d.name, '') as region_name, lower(p.during) as since,
                   upper(p.during) as until, p.article, p.example, p.unsure, p.note, p.reviewed_by, p.made_at, p.made_by_name,
                   p.end_reason, p.set_aside_at
            from organisation.rule_pack p left join organisation.division d on d.code = p.region
            """;

    private final JdbcClient db;

    Versions(JdbcClient db) {
        this.db = db;
    }

    Version find(UUID id) {
        return db.sql(VERSION + "where p.public_id = :id")
                .param("id", id)
                .query(Versions::version)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No version " + id));
    }

    /** Of one region, the latest first; those put aside after the one that took their place. */
    List<Version> of(String subject, String region) {
        return db.sql(VERSION + """
                        where p.subject = :subject and p.region = :region
                        order by lower(p.during) desc, p.set_aside_at is not null, p.id desc limit :shown
                        """)
                .param("subject", subject)
                .param("region", region)
                .param("shown", SHOWN)
                .query(Versions::version)
                .list();
    }

    /** The regions that have packs of their own in force or to come, by code. */
    List<Regions.Region> regions(String subject, LocalDate on) {
        return db.sql("""
                        select distinct p.region as code, coalesce(d.name, '') as name
                        from organisation.rule_pack p left join organisation.division d on d.code = p.region
                        where p.subject = :subject and p.set_aside_at is null and (upper_inf(p.during) or upper(p.during) > :on)
                        order by p.region limit :shown
                        """)
                .param("subject", subject)
                .param("on", on)
                .param("shown", SHOWN)
                .query(Regions.Region.class)
                .list();
    }

    /** What a version followed in its region, if it did not begin there. */
    Optional<UUID> before(Version version) {
        return db.sql("""
                        select public_id from organisation.rule_pack
                        where subject = :subject and region = :region and public_id <> :id
                          and (lower(during) < :since or lower(during) = :since and set_aside_at is not null)
                        order by lower(during) desc, id desc limit 1
                        """)
                .param("subject", version.subject())
                .param("region", version.region())
                .param("id", version.publicId())
                .param("since", version.since())
                .query(UUID.class)
                .optional();
    }

    /** When the next version of a region begins after a day. */
    Optional<LocalDate> nextAfter(String subject, String region, LocalDate day) {
        return db.sql("""
                        select min(lower(during)) from organisation.rule_pack
                        where subject = :subject and region = :region and set_aside_at is null and lower(during) > :day
                        """)
                .param("subject", subject)
                .param("region", region)
                .param("day", day)
                .query(LocalDate.class)
                .optional();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("public_id", UUID.class),
                row.getString("subject"),
                row.getString("region"),
                row.getString("region_name"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("article"),
                row.getBoolean("example"),
                row.getBoolean("unsure"),
                row.getString("note"),
                row.getString("reviewed_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getString("end_reason"),
                row.getObject("set_aside_at", OffsetDateTime.class) != null);
    }
}
