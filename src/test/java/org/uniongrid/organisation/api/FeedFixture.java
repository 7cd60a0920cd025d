package org.uniongrid.organisation.api;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.access.tokens.Issued;
import tools.jackson.databind.JsonNode;

/** Programs that read. */
abstract class FeedFixture {

    static final String UNITS = "/api/v1/units";
    static final String EMPLOYERS = "/api/v1/employers";
    static final String[] READ = {"organisation.unit.read", "organisation.employer.read"};

    final Union union;
    final Issued issued;
    final JdbcClient db;
    final int port;

    FeedFixture(Union union, ApplicationContext house, JdbcClient db, int port) {
        this.union = union;
        this.issued = new Issued(house);
        this.db = db;
        this.port = port;
    }

    Program program(Union.Unit unit) {
        return new Program(port, issued.token(unit, READ));
    }

    static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }

    void move(Union.Unit unit, Union.Unit parent) {
        db.sql("update organisation.place set parent_id = ? where unit_id = ? and line_id = 1")
                .params(parent.id(), unit.id())
                .update();
    }
}
