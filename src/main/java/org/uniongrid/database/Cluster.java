package org.uniongrid.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** The files of a database cluster, made by initdb the first time. */
record Cluster(Path directory, Binaries binaries, Unprivileged user) {

    static final String SUPERUSER = "postgres";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static Cluster open(Path base, Binaries binaries, Unprivileged user, Secrets secrets) throws IOException {
        user.mustReach(base);
        user.mustReach(Path.of(binaries.program("postgres")));
        var cluster = new Cluster(base.resolve("cluster"), binaries, user);
        if (Files.exists(cluster.directory)) cluster.check(secrets);
        else cluster.create(secrets.get(SUPERUSER));
        user.own(cluster.directory);
        return cluster;
    }

    /** Under another name first: a directory called 'cluster' is always whole. */
    private void create(String password) throws IOException {
        var draft = directory.resolveSibling("cluster.new");
        clear(draft);
        Files.createDirectory(draft, OWNER_ONLY);
        var data = Files.createDirectory(draft.resolve("data"), OWNER_ONLY);
        var secret = Files.writeString(draft.resolve("password"), password);
        user.own(draft);
        initdb(data, secret);
        Files.move(data, directory, StandardCopyOption.ATOMIC_MOVE);
        clear(draft);
        try (var parent = FileChannel.open(directory.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** An initdb whose UnionGrid was killed may write for another moment. */
    private static void clear(Path draft) throws IOException {
        if (Postmaster.until(Duration.ofSeconds(10), () -> deleted(draft))) return;
        throw new IOException("cannot remove " + draft);
    }

    private static boolean deleted(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private void initdb(Path data, Path secret) {
        var result = Shell.run(
                Duration.ofMinutes(5),
                user.command(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        if (result.ok()) return;
        throw new CannotStart(
                "The database could not be created in " + directory + ": "
                        + result.output().strip(),
                "Check that the disk has room and may be written.",
                null);
    }

    private void check(Secrets secrets) throws IOException {
        var version = directory.resolve("PG_VERSION");
        var found = Files.exists(version) ? Files.readString(version).strip() : "an unknown version";
        if (!found.equals(binaries.major())) {
            throw new CannotStart(
                    directory + " was made by PostgreSQL " + found + ", this is PostgreSQL " + binaries.major(),
                    "Start the UnionGrid that made it, or restore a backup into a new directory.",
                    null);
        }
        if (!secrets.has(SUPERUSER)) {
            throw new CannotStart(
                    "The password file " + secrets.directory().resolve(SUPERUSER) + " is missing",
                    "Restore it from a backup of the data directory.",
                    null);
        }
    }
}
