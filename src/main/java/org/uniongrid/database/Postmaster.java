package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The main process of a server on one cluster, told apart from all others by its working directory. */
record Postmaster(long pid, Cluster cluster) {

    private static final Duration STEP = Duration.ofMillis(20);

    /** Still there, and still the server of this cluster: a number alone proves nothing, numbers are used again. */
    boolean alive() {
        var process = Path.of("/proc", String.valueOf(pid));
        try {
            if (!Files.readString(process.resolve("comm")).strip().equals("postgres")) return false;
            return directory(process.resolve("cwd"))
                    .equals(cluster.directory().toRealPath().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private String directory(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (AccessDeniedException closed) {
            // a container's root may not look into another user's process, but that user may
            return Shell.run(Duration.ofSeconds(5), cluster.user().command("readlink", link.toString()))
                    .output()
                    .strip();
        }
    }

    /** Stops it: open transactions are rolled back and the files left clean. */
    void stop() {
        if (signal("INT", Duration.ofSeconds(30))) return;
        // as after a power cut, the next start recovers
        if (signal("QUIT", Duration.ofSeconds(30))) return;
        throw new CannotStart(
                "The PostgreSQL of " + cluster.directory() + " (process " + pid + ") does not stop",
                "Look into postgres.log beside it.",
                null);
    }

    private boolean signal(String name, Duration patience) {
        if (!alive()) return true;
        Shell.run(Duration.ofSeconds(5), List.of("sh", "-c", "kill -" + name + " " + pid));
        return until(patience, () -> !alive());
    }

    static boolean until(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            Shell.pause(STEP);
        }
        return true;
    }
}
