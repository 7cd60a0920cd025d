package org.uniongrid.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** The embedded servers of this JVM: one per directory, shared by all contexts that ask, stopped after the last. */
final class EmbeddedServers {

    private static final Map<Path, Shared> SERVERS = new HashMap<>();

    private static boolean stopped;

    static {
        // for a context that failed before it could close; runs after all contexts are closed
        SpringApplication.getShutdownHandlers().add(EmbeddedServers::stopAll);
    }

    private static final class Shared {
        final EmbeddedPostgres server;
        int users;

        Shared(EmbeddedPostgres server) {
            this.server = server;
        }
    }

    private EmbeddedServers() {}

    static synchronized DatabaseAddress acquire(Path directory) {
        if (stopped) throw new IllegalStateException("this process is about to end");
        var shared = SERVERS.computeIfAbsent(directory, place -> new Shared(EmbeddedPostgres.start(place)));
        shared.users++;
        return shared.server.address();
    }

    static synchronized void release(Path directory) {
        var shared = SERVERS.get(directory);
        if (shared == null || --shared.users > 0) return;
        SERVERS.remove(directory);
        shared.server.close();
    }

    static synchronized void stopAll() {
        stopped = true;
        SERVERS.values().forEach(shared -> shared.server.close());
        SERVERS.clear();
    }
}
