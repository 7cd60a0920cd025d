package org.uniongrid.people.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys of the key file, kept in memory; read again when one is asked for that was not there. */
@Component
class KeyRing {

    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Key> keys = new LinkedHashMap<>();

    KeyRing(@Value("${uniongrid.data:data}") Path data) {
        file = new KeyFile(data.toAbsolutePath().normalize().resolve("keys").resolve("vault"));
    }

    Path path() {
        return file.path();
    }

    SecureRandom random() {
        return random;
    }

    synchronized Optional<Key> find(String id) {
        if (!keys.containsKey(id)) reload();
        return Optional.ofNullable(keys.get(id));
    }

    /** The key of this id; another process may have made it a moment ago. */
    Key get(String id) {
        return find(id).orElseThrow(() -> new KeyProblem(
                "The key " + id + " is not in " + path(),
                "Copy the file from the machine that made the key, or restore it from a backup."));
    }

    synchronized Collection<Key> all() {
        reload();
        return List.copyOf(keys.values());
    }

    private void reload() {
        file.read().forEach(key -> keys.put(key.id(), key));
    }

    /** Makes a new key and writes it down before anybody uses it. */
    synchronized Key make(Profile profile) {
        var key = profile.newKey(random);
        try {
            file.add(key);
        } catch (IOException e) {
            throw new UncheckedIOException("A new key cannot be written to " + path(), e);
        }
        keys.put(key.id(), key);
        return key;
    }
}
