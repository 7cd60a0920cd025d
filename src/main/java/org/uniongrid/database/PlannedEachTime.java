package org.uniongrid.database;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second client, for queries whose best plan depends on their values: it keeps no plan. */
@Configuration(proxyBeanMethods = false)
class PlannedEachTime {

    @Bean(defaultCandidate = false)
    JdbcClient plannedEachTime(DataSource source) {
        return JdbcClient.create(new NamedParameterJdbcTemplate(new Template(source)));
    }

    private static final class Template extends JdbcTemplate {

        Template(DataSource source) {
            super(source);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
