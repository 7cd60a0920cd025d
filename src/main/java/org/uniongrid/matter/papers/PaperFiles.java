package org.uniongrid.matter.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes of papers in the data folder, each under its hash, so that the same file lies there once. */
@Component
class PaperFiles {

    private final Path directory;

    PaperFiles(@Value("${uniongrid.data:data}") Path data) {
        this.directory = data.resolve("files");
    }

    /** @return its hash */
    String keep(byte[] content) {
        var hash = hash(content);
        var file = file(hash);
        try {
            if (!Files.exists(file)) write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(
                file.getParent(),
                "draft",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException twin) {
            Files.delete(draft);
        }
    }

    /**
     * @throws NoSuchElementException where it is gone
     * @throws IllegalStateException where it is no longer what was laid down
     */
    byte[] read(String hash) {
        try {
            var content = Files.readAllBytes(file(hash));
            if (!hash(content).equals(hash)) throw new IllegalStateException("file " + hash + " was changed");
            return content;
        } catch (NoSuchFileException gone) {
            throw new NoSuchElementException("file " + hash + " is gone", gone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
