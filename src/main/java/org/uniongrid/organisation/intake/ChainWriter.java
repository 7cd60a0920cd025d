package org.uniongrid.organisation.intake;

import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Writes many memberships of chains at once. */
@Component
class ChainWriter {

    private final NamedParameterJdbcTemplate db;

    ChainWriter(NamedParameterJdbcTemplate db) {
        this.db = db;
    }

    /** Whoever changes one of these chains waits. */
    @Unscoped("waits for chains that were found within reach, and tells nothing of them")
    void lock(List<Long> chains) {
        db.query(
                "select id from organisation.chain where id = any (:chains) order by id for update",
                new MapSqlParameterSource("chains", chains.toArray(Long[]::new)),
                row -> {});
    }

    void write(List<ChainImport.Planned> plan) {
        db.batchUpdate(
                "update organisation.chain_member set during = daterange(lower(during), :since) where id = :before",
                plan.stream()
                        .filter(planned -> planned.before() != null)
                        .map(ChainWriter::row)
                        .toArray(SqlParameterSource[]::new));
        db.batchUpdate("""
                insert into organisation.chain_member (chain_id, employer_id, position, during)
                values (:chain, :employer, :position, daterange(:since, null))
                """, plan.stream().map(ChainWriter::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(ChainImport.Planned planned) {
        var before = planned.before();
        return new MapSqlParameterSource()
                .addValue("chain", planned.chain())
                .addValue("employer", planned.employer())
                .addValue("position", planned.position())
                .addValue("since", planned.since())
                .addValue("before", before == null ? null : before.id());
    }
}
