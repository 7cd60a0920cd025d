package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir
    Path directory;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        try (var postgres = EmbeddedPostgres.start(directory);
                var sql = owner(postgres)) {
            sql.run("create table note (words text)");
            sql.run("insert into note values ('工会')");
        }
        try (var postgres = EmbeddedPostgres.start(directory);
                var sql = owner(postgres)) {
            assertThat(sql.text("select words from note")).isEqualTo("工会");
        }
    }

    private static Sql owner(EmbeddedPostgres postgres) throws Exception {
        var address = postgres.address();
        return Sql.open(address.ownerUrl(), address.ownerUser(), address.ownerPassword());
    }
}
