package org.uniongrid.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs short commands and collects what they print. */
final class Shell {

    record Result(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }

    private Shell() {}

    static Result run(Duration limit, List<String> command) {
        try {
            // a file, not a pipe: a pipe stays open as long as any grandchild lives
            var output = Files.createTempFile("uniongrid", ".out");
            try {
                var process = builder(command).redirectOutput(output.toFile()).start();
                int status = await(process, limit);
                return new Result(status, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        }
    }

    /** A process in a plain environment: nobody's PGDATA or PGOPTIONS must steer our server. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static int await(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
            process.destroyForcibly();
            return 124;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
