package org.uniongrid.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One try to start a server: watched until it is ready, put away if it never is. */
final class Launch implements AutoCloseable {

    /** Recovery after a crash may take long on a slow disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A session of its own keeps Ctrl-C at the terminal from stopping the database before the application. */
    private static final List<String> SESSION =
            Shell.run(Duration.ofSeconds(5), List.of("setsid", "true")).ok() ? List.of("setsid") : List.of();

    private final Cluster cluster;
    private final int port;
    private final Process process;
    private boolean ready;

    private Launch(Cluster cluster, int port, Process process) {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
    }

    static Launch of(Cluster cluster, ServerLog log, int port) throws IOException {
        var words = new ArrayList<>(SESSION);
        words.add(cluster.binaries().program("postgres"));
        words.addAll(List.of("-D", cluster.directory().toString()));
        words.addAll(ServerOptions.at(Server.HOST, port));
        var builder = Shell.builder(cluster.user().command(words))
                .redirectOutput(Redirect.appendTo(log.file().toFile()));
        // the number in a stale lock file may by now be any process's; we looked, and it is no server of this cluster
        PidFile.read(cluster.directory())
                .ifPresent(stale -> builder.environment().put("PG_GRANDPARENT_PID", String.valueOf(stale.pid())));
        return new Launch(cluster, port, builder.start());
    }

    /** The server once it takes connections; nothing if it gave up. */
    Optional<Postmaster> awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var file = PidFile.read(cluster.directory()).filter(this::ours);
            if (file.isPresent()) {
                ready = true;
                return Optional.of(new Postmaster(file.get().pid(), cluster));
            }
            Shell.pause(Duration.ofMillis(20));
        }
        return Optional.empty();
    }

    private boolean ours(PidFile file) {
        return file.ready()
                && file.port() == port
                && (file.pid() == process.pid() || process.descendants().anyMatch(child -> child.pid() == file.pid()));
    }

    @Override
    public void close() {
        if (!ready) process.destroy();
    }
}
