package org.uniongrid.access.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.uniongrid.access.SigningFile;
import org.uniongrid.access.SigningProfile;

/**
 * The keys of the seals: the private one in {@code keys} of the data folder, for nobody but its owner; the public ones
 * in {@code audit}, for whoever checks.
 */
record SealKeys(Path data) {

    /** The pair of this profile; made the first time. */
    SigningProfile.Keys own(SigningProfile profile) throws IOException, GeneralSecurityException {
        var file = data.resolve("keys")
                .resolve("audit-seal-" + profile.name().toLowerCase(java.util.Locale.ROOT) + ".pem");
        var keys = SigningFile.own(file, profile);
        SigningFile.publish(
                folder().resolve("seal-key-" + SigningProfile.Keys.id(keys.publicKey()) + ".pem"), keys.publicKey());
        return keys;
    }

    Path folder() throws IOException {
        return Files.createDirectories(
                data.resolve("audit"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
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
        var key = SigningFile.blocks(file).get("PUBLIC KEY");
        if (key == null) throw new IOException("There is no public key in " + file);
        return Map.of(SigningProfile.Keys.id(key), key);
    }
}
