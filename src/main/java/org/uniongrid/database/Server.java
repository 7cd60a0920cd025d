package org.uniongrid.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server process that this JVM started on a cluster, ready to be connected to. */
record Server(Postmaster postmaster, int port) {

    static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration RETRY = Duration.ofMinutes(1);

    static Server start(Cluster cluster, ServerLog log, IntSupplier ports) throws IOException {
        stopOrphan(cluster);
        log.prepare();
        long end = System.nanoTime() + RETRY.toNanos();
        while (true) {
            long offset = log.size();
            var server = attempt(cluster, log, ports.getAsInt());
            if (server.isPresent()) return server.get();
            var said = log.since(offset);
            if (!passing(said) || System.nanoTime() > end) throw failed(cluster, said);
            Shell.pause(Duration.ofMillis(200));
        }
    }

    private static Optional<Server> attempt(Cluster cluster, ServerLog log, int port) throws IOException {
        try (var launch = Launch.of(cluster, log, port)) {
            return launch.awaitReady().map(postmaster -> new Server(postmaster, port));
        }
    }

    void stop() {
        postmaster.stop();
    }

    private static void stopOrphan(Cluster cluster) throws IOException {
        var left = PidFile.read(cluster.directory())
                .map(file -> new Postmaster(file.pid(), cluster))
                .filter(Postmaster::alive);
        if (left.isEmpty()) return;
        LOG.warn(
                "Stopping PostgreSQL {}, left over from a UnionGrid that was killed",
                left.get().pid());
        left.get().stop();
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
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No free port on " + HOST, "Close programs that hold many connections.", e);
        }
    }
}
