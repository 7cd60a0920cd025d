package org.uniongrid.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server process that this JVM started on a cluster, ready to be connected to. */
record Server(Postmaster postmaster, int port) {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofMinutes(1);

    static Server start(Cluster cluster, ServerLog log) throws IOException {
        return start(cluster, log, Server::freePort);
    }

    static Server start(Cluster cluster, ServerLog log, IntSupplier ports) throws IOException {
        stopOrphan(cluster);
        log.prepare();
        long end = System.nanoTime() + RETRY.toNanos();
        while (true) {
            long offset = log.size();
            int port = ports.getAsInt();
            var process = launch(cluster, log, port);
            var server = awaitReady(cluster, process, port);
            if (server != null) return server;
            var said = log.since(offset);
            if (!passing(said) || System.nanoTime() > end) throw failed(cluster, said);
            Shell.pause(Duration.ofMillis(200));
        }
    }

    void stop() {
        postmaster.stop();
    }

    private static void stopOrphan(Cluster cluster) throws IOException {
        var left = PidFile.read(cluster.directory())
                .map(file -> new Postmaster(file.pid(), cluster.directory(), cluster.user()))
                .filter(Postmaster::alive);
        if (left.isEmpty()) return;
        LOG.warn(
                "Stopping PostgreSQL {}, left over from a UnionGrid that was killed",
                left.get().pid());
        left.get().stop();
    }

    private static Process launch(Cluster cluster, ServerLog log, int port) throws IOException {
        var words = new ArrayList<>(SESSION);
        words.add(cluster.binaries().program("postgres"));
        words.addAll(List.of("-D", cluster.directory().toString()));
        words.addAll(ServerOptions.at(HOST, port));
        var builder = Shell.builder(cluster.user().command(words))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        // the number in a stale lock file may by now be any process's; we looked, and it is no server of ours
        PidFile.read(cluster.directory())
                .ifPresent(stale -> builder.environment().put("PG_GRANDPARENT_PID", String.valueOf(stale.pid())));
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** A session of its own keeps Ctrl-C at the terminal from stopping the database before the application. */
    private static final List<String> SESSION =
            Shell.run(Duration.ofSeconds(5), List.of("setsid", "true")).ok() ? List.of("setsid") : List.of();

    private static @org.jspecify.annotations.Nullable Server awaitReady(Cluster cluster, Process process, int port)
            throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var file = PidFile.read(cluster.directory());
            if (file.isPresent()
                    && file.get().ready()
                    && file.get().port() == port
                    && ours(process, file.get().pid())) {
                return new Server(new Postmaster(file.get().pid(), cluster.directory(), cluster.user()), port);
            }
            Shell.pause(Duration.ofMillis(20));
        }
        process.destroy();
        return null;
    }

    private static boolean ours(Process process, long pid) {
        return process.pid() == pid || process.descendants().anyMatch(child -> child.pid() == pid);
    }

    /** The port was taken meanwhile, or a killed server's children are still going away. */
    private static boolean passing(String said) {
        return said.contains("could not create any TCP/IP sockets")
                || said.contains("pre-existing shared memory block")
                || said.contains("lock file \"postmaster.pid\" already exists");
    }

    private static CannotStart failed(Cluster cluster, String said) {
        return new CannotStart(
                "PostgreSQL did not start on " + cluster.directory() + ": " + said.strip(),
                "Look into postgres.log beside it; check that the disk has room.",
                null);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port on " + HOST, "Close programs that hold many connections.", e);
        }
    }

    static Path logFile(Path base) {
        return base.resolve("postgres.log");
    }
}
