package org.uniongrid.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;

/** All templates and messages, for tests without a context. */
public final class Words {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Words() {}

    public static Templates templates() {
        try {
            return new Templates(new WebSetup().messageSource(), ZONE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
