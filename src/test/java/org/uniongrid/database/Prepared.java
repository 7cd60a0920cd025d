package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Fills a directory with a server that was made once for all tests, so that each need not unpack and make its own. */
public final class Prepared {

    private static final Path TEMPLATE = make();

    private Prepared() {}

    public static Path in(Path directory) throws IOException {
        for (var part : List.of("cluster", "keys")) {
            Files.createDirectories(directory);
            FileSystemUtils.copyRecursively(TEMPLATE.resolve(part), directory.resolve(part));
            Files.setPosixFilePermissions(
                    directory.resolve(part), Files.getPosixFilePermissions(TEMPLATE.resolve(part)));
        }
        return withBinaries(directory);
    }

    static Path withBinaries(Path directory) throws IOException {
        try (var files = Files.walk(TEMPLATE)) {
            for (var file : files.filter(Prepared::binary).toList()) {
                link(file, directory.resolve(TEMPLATE.relativize(file)));
            }
        }
        return directory;
    }

    private static void link(Path file, Path link) throws IOException {
        if (Files.isSymbolicLink(file)) Files.createSymbolicLink(link, Files.readSymbolicLink(file));
        else if (Files.isDirectory(file)) Files.createDirectories(link);
        else Files.createLink(link, file);
    }

    private static boolean binary(Path file) {
        return TEMPLATE.relativize(file).toString().startsWith("bin-");
    }

    private static Path make() {
        try {
            var template = Files.createTempDirectory("uniongrid-postgres").toRealPath();
            EmbeddedPostgres.start(template).close();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(template)));
            return template;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path template) {
        try {
            FileSystemUtils.deleteRecursively(template);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
