package org.uniongrid.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.uniongrid.Endpoints;
import org.uniongrid.ModuleTest;
import org.uniongrid.matrix.Line.Action;

/** Every endpoint by every role on records in every place: what is answered, shown, counted and written is as decided. */
@ModuleTest
class AccessMatrixTests {

    /** Kinds of records that tell of people, by the first kind that a line names. */
    private static final Set<String> PERSONAL = Set.of("person", "tenure", "account", "entry");

    private final ApplicationContext house;
    private final RequestMappingHandlerMapping mappings;
    private final JdbcClient db;

    AccessMatrixTests(
            ApplicationContext house, RequestMappingHandlerMapping requestMappingHandlerMapping, JdbcClient db) {
        this.house = house;
        this.mappings = requestMappingHandlerMapping;
        this.db = db;
    }

    @Test
    void everyEndpointIsDecidedAbout() {
        assertThat(Table.faults(Table.read(), Endpoints.of(mappings))).isEmpty();
    }

    @Test
    void everybodyGetsWhatTheyMayAndNothingElse() {
        var matrix = new Matrix(house);
        var faults = matrix.play(Table.read());
        assertThat(matrix.cells()).isGreaterThan(1000);
        assertThat(Fault.report(faults)).isEmpty();
    }

    @Test
    void theAuditAdministratorChangesNothing() {
        var may = permissions("audit-admin");
        assertThat(Table.read())
                .filteredOn(line ->
                        line.action() == Action.WRITE && !line.permissions().isEmpty())
                .isNotEmpty()
                .noneMatch(line -> may.containsAll(line.permissions()));
    }

    @Test
    void theSystemAdministratorReadsNothingPersonal() {
        var may = permissions("system-admin");
        assertThat(Table.read())
                .filteredOn(line -> PERSONAL.contains(line.rows())
                        || line.ids().values().stream().anyMatch(PERSONAL::contains))
                .filteredOn(line -> !line.permissions().isEmpty())
                .isNotEmpty()
                .noneMatch(line -> may.containsAll(line.permissions()));
    }

    private List<String> permissions(String role) {
        return db.sql("select unnest(permissions) from organisation.role where key = ?")
                .param(role)
                .query(String.class)
                .list();
    }
}
