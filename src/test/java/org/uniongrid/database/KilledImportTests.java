package org.uniongrid.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed while it takes in a big file: afterwards all of the file is there, or nothing. */
class KilledImportTests {

    private static final int ROWS = 20_000;

    @TempDir
    Path data;

    @AfterEach
    void leaveNothingBehind() throws IOException {
        if (Files.exists(data.resolve("postgres"))) Processes.kill(Processes.of(data.resolve("postgres")));
    }

    @Test
    @Tag("long")
    void tenKillsLeaveAllOrNothingAndTheFileCanBeTriedAgain() throws Exception {
        Prepared.in(data.resolve("postgres"));
        var interrupted = 0;
        for (int round = 0; round < 10; round++) {
            var left = round(round, ROWS * round / 10);
            if (round > 0 && isNothing(left)) interrupted++;
        }
        if (isNothing(round(10, Integer.MAX_VALUE))) interrupted++;
        assertThat(interrupted).as("kills that came before the end").isGreaterThanOrEqualTo(5);
    }

    private static boolean isNothing(String left) {
        assertThat(left)
                .as("all or nothing, and no row waits for what will not come")
                .isIn("0 FAILED import.failed.interrupted 0", ROWS + " COMMITTED - 0");
        return left.startsWith("0");
    }

    /** Starts it, hears what the round before left, and kills it once so many rows are written; the last one ends by itself. */
    private String round(int number, int killedAt) throws IOException, InterruptedException {
        var rows = killedAt == Integer.MAX_VALUE ? 0 : ROWS;
        var process = AppProcess.start(
                "org.uniongrid.exchange.imports.ImportChild",
                data.toString(),
                String.valueOf(number),
                String.valueOf(rows));
        var left = "";
        var said = new StringBuilder();
        try (var output = process.inputReader()) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("left ")) left = line.substring(5);
                if (line.startsWith("done ") && Integer.parseInt(line.substring(5)) >= killedAt)
                    process.toHandle().destroyForcibly();
            }
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        assertThat(left).as(Objects.toString(said)).isNotEmpty();
        return left;
    }
}
