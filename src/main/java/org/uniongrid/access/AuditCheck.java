package org.uniongrid.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the audit trail for whoever stands at the console. Reads, and changes nothing. */
public interface AuditCheck {

    /** @param key file with the only public key to trust, or null for those published beside the seals */
    Answer check(@Nullable Path key, Locale language) throws IOException;

    /** Whether all is as it was written, and what is to be told. */
    record Answer(boolean clean, List<String> lines) {

        public Answer {
            lines = List.copyOf(lines);
        }
    }
}
