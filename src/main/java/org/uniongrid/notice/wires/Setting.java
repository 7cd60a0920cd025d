package org.uniongrid.notice.wires;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A setting that is a secret: as it stands, or {@code file:} and the path of a file that holds it. */
final class Setting {

    private Setting() {}

    static String secret(String setting) {
        if (!setting.startsWith("file:")) return setting;
        try {
            return Files.readString(Path.of(setting.substring("file:".length())))
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a secret of a wire cannot be read", unreadable);
        }
    }
}
