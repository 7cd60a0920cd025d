package org.uniongrid.organisation.register;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where lists are read from. A search is planned for its own words: a plan kept for any words takes them for rare, and reads
 * the index of a whole city beside that of the words. All else is quicker with the plan that is kept.
 */
@Component
class ListClient {

    private final JdbcClient kept;
    private final JdbcClient planned;

    ListClient(JdbcClient kept, DataSource source) {
        this.kept = kept;
        this.planned = JdbcClient.create(new NamedParameterJdbcTemplate(new PlannedEachTime(source)));
    }

    JdbcClient searching(@Nullable String typed) {
        return typed == null ? kept : planned;
    }

    private static final class PlannedEachTime extends JdbcTemplate {

        PlannedEachTime(DataSource source) {
            super(source);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
