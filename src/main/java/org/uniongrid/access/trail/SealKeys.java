package org.uniongrid.access.trail;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The keys of the seals: the private one in {@code keys} of the data folder, for nobody but its owner; the public ones
 * in {@code audit}, for whoever checks.
 */
record SealKeys(Path data) {

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END");

    /** The pair of this profile; made the first time. */
    SealProfile.Keys own(SealProfile profile) throws IOException, GeneralSecurityException {
        var file = data.resolve("keys")
                .resolve("audit-seal-" + profile.name().toLowerCase(java.util.Locale.ROOT) + ".pem");
        if (!Files.exists(file)) make(file, profile);
        var blocks = blocks(file);
        var secret = blocks.get("PRIVATE KEY");
        var open = blocks.get("PUBLIC KEY");
        if (secret == null || open == null) throw new IOException("There is no pair of keys in " + file);
        publish(open);
        return new SealProfile.Keys(secret, open);
    }

    private static void make(Path file, SealProfile profile) throws IOException, GeneralSecurityException {
        var keys = profile.newKeys();
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(file, pem("PRIVATE KEY", keys.privateKey()) + pem("PUBLIC KEY", keys.publicKey()));
    }

    private void publish(byte[] publicKey) throws IOException {
        var file = folder().resolve("seal-key-" + SealProfile.Keys.id(publicKey) + ".pem");
        if (!Files.exists(file)) write(file, pem("PUBLIC KEY", publicKey));
    }

    Path folder() throws IOException {
        return Files.createDirectories(
                data.resolve("audit"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    }

    /** Whole or not at all; of two who write at once, the first. A temporary file is for its owner only. */
    private static void write(Path file, String text) throws IOException {
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".tmp");
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    /** All that are published here, by what names them in a seal. */
    Map<String, byte[]> published() throws IOException {
        var keys = new HashMap<String, byte[]>();
        var folder = data.resolve("audit");
        if (!Files.isDirectory(folder)) return keys;
        try (var files = Files.newDirectoryStream(folder, "seal-key-*.pem")) {
            for (var file : files) keys.putAll(in(file));
        }
        return keys;
    }

    /** The public key in this file, by what names it in a seal. */
    static Map<String, byte[]> in(Path file) throws IOException {
        var key = blocks(file).get("PUBLIC KEY");
        if (key == null) throw new IOException("There is no public key in " + file);
        return Map.of(SealProfile.Keys.id(key), key);
    }

    private static Map<String, byte[]> blocks(Path file) throws IOException {
        var blocks = new HashMap<String, byte[]>();
        PEM.matcher(Files.readString(file))
                .results()
                .forEach(found ->
                        blocks.put(found.group(1), Base64.getMimeDecoder().decode(found.group(2))));
        return blocks;
    }

    private static String pem(String title, byte[] content) {
        return "-----BEGIN " + title + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + title + "-----\n";
    }
}
