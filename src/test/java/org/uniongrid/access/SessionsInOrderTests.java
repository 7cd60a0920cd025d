package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.Visitor;

/** All sessions of an account are found, whatever order the database reads their rows in. */
@ModuleTest
class SessionsInOrderTests {

    private final Union union;
    private final JdbcClient db;
    private final DataSource source;
    private final SessionRepositoryCustomizer<JdbcIndexedSessionRepository> ours;
    private final int port;

    SessionsInOrderTests(
            Union union,
            JdbcClient db,
            DataSource source,
            SessionRepositoryCustomizer<JdbcIndexedSessionRepository> ours,
            @LocalServerPort int port) {
        this.union = union;
        this.db = db;
        this.source = source;
        this.ours = ours;
        this.port = port;
    }

    @Test
    void bothAreFoundOpenThoughTheirRowsAreMixed() throws SQLException {
        var account = union.account("federation-cadre", union.city());
        for (int i = 0; i < 2; i++) Visitor.as(account, port);
        var principal = db.sql("select public_id from access.account where login = ?")
                .param(account.login())
                .query(String.class)
                .single();
        mixRowsOf(principal);
        try (var connection = source.getConnection()) {
            var single = new SingleConnectionDataSource(connection, true);
            var plain = new JdbcTemplate(single);
            plain.execute("set enable_nestloop = off");
            plain.execute("set enable_mergejoin = off");
            try {
                FindByIndexNameSessionRepository<? extends Session> sessions = repository(single, plain);
                var found = sessions.findByPrincipalName(principal).values();
                assertThat(found).hasSize(2);
                assertThat(found.stream().map(session -> session.<String>getAttribute(AccountInSession.OPENED)))
                        .doesNotContainNull()
                        .doesNotHaveDuplicates();
                assertThat(found.stream().map(session -> session.<String>getAttribute(AccountInSession.DEVICE)))
                        .doesNotContainNull();
            } finally {
                plain.execute("reset enable_nestloop");
                plain.execute("reset enable_mergejoin");
            }
        }
    }

    private JdbcIndexedSessionRepository repository(DataSource single, JdbcTemplate plain) {
        var repository = new JdbcIndexedSessionRepository(
                plain, new TransactionTemplate(new DataSourceTransactionManager(single)));
        repository.setTableName("access.spring_session");
        ours.customize(repository);
        return repository;
    }

    /** Writes every row anew, first one of each session, then another of each. */
    private void mixRowsOf(String principal) {
        db.sql("""
                with gone as (
                    delete from access.spring_session_attributes a using access.spring_session s
                    where s.primary_id = a.session_primary_id and s.principal_name = ?
                    returning a.*)
                select session_primary_id, attribute_name, attribute_bytes from gone
                order by attribute_name, session_primary_id
                """)
                .param(principal)
                .query((row, n) -> new Object[] {row.getString(1), row.getString(2), row.getBytes(3)})
                .list()
                .forEach(row -> db.sql("insert into access.spring_session_attributes values (?, ?, ?)")
                        .params(row)
                        .update());
    }
}
