package org.uniongrid.exchange.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Workbooks that wait for their download: in the data folder, readable by its owner only. */
@Component
class ExportFiles {

    private final Path directory;

    ExportFiles(@Value("${uniongrid.data:data}") Path data) {
        this.directory = data.resolve("exports");
    }

    /** Where a workbook is written until it is whole. */
    OutputStream draft(UUID id) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(draftOf(id));
        Files.createFile(draftOf(id), owner);
        return Files.newOutputStream(draftOf(id), StandardOpenOption.WRITE);
    }

    void finish(UUID id) throws IOException {
        Files.move(draftOf(id), file(id), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean has(UUID id) {
        return Files.exists(file(id));
    }

    /** Gone as soon as it was read, to the end or not. */
    InputStream once(UUID id) throws IOException {
        return Files.newInputStream(file(id), StandardOpenOption.DELETE_ON_CLOSE);
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(file(id));
            Files.deleteIfExists(draftOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exports of which something lies here. */
    List<UUID> all() {
        if (!Files.isDirectory(directory)) return List.of();
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                    .distinct()
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What else lies here is of no use to anybody. */
    void keepOnly(Set<UUID> wanted) {
        for (var id : all()) if (!wanted.contains(id)) delete(id);
    }

    private Path file(UUID id) {
        return directory.resolve(id + ".xlsx");
    }

    private Path draftOf(UUID id) {
        return directory.resolve(id + ".draft");
    }
}
