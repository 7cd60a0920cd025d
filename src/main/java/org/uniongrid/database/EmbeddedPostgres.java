package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Our own durable PostgreSQL in a directory. It never adopts a server that it did not start. */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String DATABASE = "uniongrid";
    static final String OWNER = "uniongrid_owner";
    static final String APP = "uniongrid_app";

    private final InstanceLock lock;
    private final Server server;
    private final Secrets secrets;
    private final DatabaseAddress address;
    private boolean closed;

    private EmbeddedPostgres(InstanceLock lock, Server server, Secrets secrets) throws IOException, SQLException {
        this.lock = lock;
        this.server = server;
        this.secrets = secrets;
        this.address = new DatabaseAddress(url(DATABASE), OWNER, secrets.get("owner"), APP, secrets.get("app"));
        provision();
    }

    /** Starts the server that lives in the directory; the first time, makes it. */
    public static EmbeddedPostgres start(Path directory) {
        try {
            return start(directory, Unprivileged.find(), Server::freePort);
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "The database in " + directory + " could not be started: " + e,
                    "Check that the directory may be written, and look into postgres.log there.",
                    e);
        }
    }

    static EmbeddedPostgres start(Path directory, Unprivileged user, IntSupplier ports)
            throws IOException, SQLException {
        Files.createDirectories(directory);
        var base = directory.toRealPath();
        var lock = InstanceLock.take(base);
        try {
            return start(base, user, ports, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path base, Unprivileged user, IntSupplier ports, InstanceLock lock)
            throws IOException, SQLException {
        var secrets = new Secrets(base.resolve("keys"));
        var cluster = Cluster.open(base, Binaries.unpack(base), user, secrets);
        var server = Server.start(cluster, new ServerLog(base.resolve("postgres.log")), ports);
        try {
            return new EmbeddedPostgres(lock, server, secrets);
        } catch (IOException | SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** Where the server is that another process runs on this directory, for somebody who only looks; empty if none. */
    static Optional<DatabaseAddress> running(Path directory) {
        try {
            if (!InstanceLock.isHeld(directory)) return Optional.empty();
            var secrets = new Secrets(directory.resolve("keys"));
            var file = PidFile.read(directory.resolve("cluster")).filter(PidFile::ready);
            if (file.isEmpty()) return Optional.empty();
            var url = "jdbc:postgresql://" + Server.HOST + ":" + file.get().port() + "/" + DATABASE;
            return Optional.of(new DatabaseAddress(url, OWNER, secrets.get("owner"), APP, secrets.get("app")));
        } catch (IOException e) {
            throw new CannotStart(
                    "The database in " + directory + " cannot be looked into: " + e,
                    "Run this as the user that UnionGrid runs as.",
                    e);
        }
    }

    private void provision() throws IOException, SQLException {
        try (var sql = superuser("postgres")) {
            var roles = new Roles(sql);
            roles.put(OWNER, address.ownerPassword());
            roles.put(APP, address.appPassword());
            roles.putDatabase(DATABASE, OWNER, APP);
        }
    }

    /** Where to connect, and as whom. */
    public DatabaseAddress address() {
        return address;
    }

    Sql superuser(String database) throws IOException, SQLException {
        return Sql.open(url(database), Cluster.SUPERUSER, secrets.get(Cluster.SUPERUSER));
    }

    Server server() {
        return server;
    }

    private String url(String database) {
        return "jdbc:postgresql://" + Server.HOST + ":" + server.port() + "/" + database;
    }

    /** Stops the server within seconds, with its files in order; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        server.stop();
        try {
            lock.close();
        } catch (IOException e) {
            throw new CannotStart("The lock of the data directory was not released", "Stop this process.", e);
        }
    }
}
