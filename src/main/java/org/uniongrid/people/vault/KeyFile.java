package org.uniongrid.people.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The file with the keys, one generation a line, newest last. Only its owner can read it. */
record KeyFile(Path path) {

    private static final String HEAD = """
            # The keys of the vault. Keep a copy apart from the copies of the database: without this file nobody reads
            # the identity numbers and phones in it; with both, everybody does. Lines are only ever added.
            """;

    boolean exists() {
        return Files.exists(path);
    }

    List<Key> read() {
        if (!exists()) return List.of();
        var keys = new ArrayList<Key>();
        var number = 0;
        for (var line : lines()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) keys.add(key(line, number));
        }
        return keys;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new KeyProblem(
                    "The key file " + path + " cannot be read",
                    "Give it back to the user who runs UnionGrid, or restore it from a backup.");
        }
    }

    private Key key(String line, int number) {
        var parts = line.strip().split("\\s+");
        try {
            if (parts.length == 4) {
                var decoder = Base64.getDecoder();
                var key = Key.of(Profile.valueOf(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
                if (key.id().equals(parts[0])) return key;
            }
        } catch (IllegalArgumentException e) {
            // neither the message nor the cause may carry parts of a key: said below without them
        }
        throw new KeyProblem(
                "The key file " + path + " is damaged in line " + number,
                "Restore it from a backup, or from another machine of this UnionGrid.");
    }

    /** Adds a line, all or nothing. */
    void add(Key key) throws IOException {
        Files.createDirectories(
                path.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var before = exists() ? Files.readString(path) : HEAD;
        var draft = Files.createTempFile(path.getParent(), "new", ".tmp");
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap((before + line(key)).getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        // values are sealed with this key from now on: the new name must outlast a power cut as well
        try (var folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static String line(Key key) {
        var encoder = Base64.getEncoder();
        return "%s %s %s %s\n"
                .formatted(
                        key.id(),
                        key.profile(),
                        encoder.encodeToString(key.seal().getEncoded()),
                        encoder.encodeToString(key.index().getEncoded()));
    }
}
