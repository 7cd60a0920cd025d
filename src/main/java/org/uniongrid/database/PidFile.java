package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a server wrote into its postmaster.pid. */
record PidFile(long pid, int port, boolean ready) {

    static Optional<PidFile> read(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("-?\\d+")) return Optional.empty();
        long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
        int port = lines.size() > 3 && lines.get(3).strip().matches("\\d+")
                ? Integer.parseInt(lines.get(3).strip())
                : 0;
        return Optional.of(
                new PidFile(pid, port, lines.size() > 7 && lines.get(7).strip().equals("ready")));
    }
}
