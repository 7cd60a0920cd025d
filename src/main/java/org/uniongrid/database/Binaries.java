package org.uniongrid.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the classpath once per version. */
record Binaries(Path home, String version) {

    private static final Pattern VERSION = Pattern.compile("postgres-binaries-[\\w-]+-(\\d+(?:\\.\\d+)+)\\.jar");

    static Binaries unpack(Path directory) throws IOException {
        return unpack(directory, archive(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    static Binaries unpack(Path directory, String archive) throws IOException {
        var resource = Binaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new CannotStart(
                    "No PostgreSQL for this machine is built in (" + archive + " is missing)",
                    "Give the address of a PostgreSQL server in UNIONGRID_DATABASE_URL.",
                    null);
        }
        var version = version(resource);
        var home = directory.resolve("bin-" + version);
        if (!Files.isDirectory(home)) extract(resource, directory, home);
        return new Binaries(home, version);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The major version, as in PG_VERSION of a cluster. */
    String major() {
        return version.replaceFirst("\\..*", "");
    }

    static String archive(String system, String machine) {
        var chip = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        return "postgres-" + system.toLowerCase(Locale.ROOT).replace(' ', '_') + "-" + chip + ".txz";
    }

    private static String version(URL resource) {
        var found = VERSION.matcher(resource.toString());
        if (!found.find()) throw new IllegalStateException("no version in " + resource);
        return found.group(1);
    }

    private static void extract(URL resource, Path directory, Path home) throws IOException {
        // a half-unpacked directory never gets the real name
        var draft = directory.resolve("bin.new");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft);
        try (var in = new BufferedInputStream(resource.openStream(), 1 << 16);
                var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(tar, entry, draft);
            }
        }
        try (var directories = Files.walk(draft).filter(Files::isDirectory)) {
            for (var each : directories.toList()) permit(each, true);
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) throw new IOException("entry outside the archive: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            permit(file, (entry.getMode() & 0111) != 0);
        }
    }

    /** Whatever our umask: the server may run as another user. */
    private static void permit(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
