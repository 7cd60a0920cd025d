package org.uniongrid.access;

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

/** Pairs of keys in PEM files that only their owner reads. */
public final class SigningFile {

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END");

    private SigningFile() {}

    /** The pair in this file; made the first time. Of two processes that make one at once, both get the first. */
    public static SigningProfile.Keys own(Path file, SigningProfile profile)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) make(file, profile);
        var blocks = blocks(file);
        var secret = blocks.get("PRIVATE KEY");
        var open = blocks.get("PUBLIC KEY");
        if (secret == null || open == null) throw new IOException("There is no pair of keys in " + file);
        return new SigningProfile.Keys(secret, open);
    }

    private static void make(Path file, SigningProfile profile) throws IOException, GeneralSecurityException {
        var keys = profile.newKeys();
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(file, pem("PRIVATE KEY", keys.privateKey()) + pem("PUBLIC KEY", keys.publicKey()));
    }

    /** A public key, for whoever checks. */
    public static void publish(Path file, byte[] publicKey) throws IOException {
        if (!Files.exists(file)) write(file, pem("PUBLIC KEY", publicKey));
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

    /** What stands in a file, by the titles of its parts. */
    public static Map<String, byte[]> blocks(Path file) throws IOException {
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
