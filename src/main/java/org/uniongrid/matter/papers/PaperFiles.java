package org.uniongrid.matter.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes of papers in the data folder, each under its hash, so that the same file lies there once. */
@Component
class PaperFiles {

    private static final Logger log = LoggerFactory.getLogger(PaperFiles.class);
    private static final String DRAFT = "draft";
    private static final String ASIDE = ".aside";

    private final Path directory;
    private final Clock clock;

    PaperFiles(@Value("${uniongrid.data:data}") Path data, Clock clock) {
        this.clock = clock;
        this.directory = data.resolve("files");
    }

    /** @return its hash */
    String keep(byte[] content) {
        var hash = hash(content);
        var file = file(hash);
        try {
            if (!touched(file)) write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hash;
    }

    /** Whether it is there, and from now on known to be wanted. */
    private boolean touched(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(
                file.getParent(),
                DRAFT,
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

    /** Those that hold files, by the first signs of their hashes. */
    List<String> folders() throws IOException {
        if (!Files.isDirectory(directory)) return List.of();
        try (var all = Files.list(directory)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    /** Hashes of what was last laid down before. What a process left half written goes at once. */
    Set<String> lying(String folder, Instant before) throws IOException {
        var found = new HashSet<String>();
        try (var all = Files.newDirectoryStream(directory.resolve(folder))) {
            for (var file : all) {
                var name = file.getFileName().toString();
                if (!isOld(file, before)) continue;
                if (name.startsWith(DRAFT)) Files.deleteIfExists(file);
                else if (!name.endsWith(ASIDE)) found.add(name);
            }
        }
        return found;
    }

    private static boolean isOld(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    void putAside(String hash) throws IOException {
        move(file(hash), besides(hash));
    }

    Set<String> aside(String folder) throws IOException {
        try (var all = Files.list(directory.resolve(folder))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ASIDE))
                    .map(name -> name.substring(0, name.length() - ASIDE.length()))
                    .collect(Collectors.toSet());
        }
    }

    boolean isAsideSince(String hash, Instant before) throws IOException {
        return isOld(besides(hash), before);
    }

    void putBack(String hash) throws IOException {
        move(besides(hash), file(hash));
    }

    /** Another process may have been there before. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException moved) {
            log.debug("{} was moved already", from);
        }
    }

    void drop(String hash) throws IOException {
        Files.deleteIfExists(besides(hash));
    }

    private Path besides(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash + ASIDE);
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
