package org.uniongrid.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords, each in a file that only its owner can read. */
record Secrets(Path directory) {

    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    /** The password of that name; made up and written down the first time. */
    String get(String name) throws IOException {
        var file = directory.resolve(name);
        if (!Files.exists(file)) write(file);
        var secret = Files.readString(file).strip();
        if (secret.isEmpty()) {
            throw new CannotStart(
                    "The password file " + file + " is empty", "Restore it from a backup of the data directory.", null);
        }
        return secret;
    }

    private void write(Path file) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var draft = Files.createTempFile(directory, "new", ".tmp");
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(random()));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
