package org.uniongrid.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.util.DigestUtils;

/** Where an icon stands in the sprite. The sprite's name carries its content, as for all {@link Assets}. */
public final class Icons {

    private static final String SPRITE = "/assets/icons-" + digest() + ".svg#i-";

    private Icons() {}

    public static String href(String name) {
        return SPRITE + name;
    }

    private static String digest() {
        try (InputStream sprite =
                Objects.requireNonNull(Icons.class.getResourceAsStream("/static/assets/icons.svg"), "icons.svg")) {
            return DigestUtils.md5DigestAsHex(sprite);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
