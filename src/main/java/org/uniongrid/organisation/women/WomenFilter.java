package org.uniongrid.organisation.women;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the list of unions that need a women workers' committee is narrowed to. */
public record WomenFilter(@Nullable Standing standing) {

    /** Whether a union that needs a committee has one, or had one whose term is over, or none. */
    public enum Standing {
        HAS("ok", "circle-check"),
        OVERDUE("warn", "calendar-exclamation"),
        MISSING("bad", "alert-circle");

        private final String kind;
        private final String icon;

        Standing(String kind, String icon) {
            this.kind = kind;
            this.icon = icon;
        }

        public String kind() {
            return kind;
        }

        public String icon() {
            return icon;
        }

        /** Name of its message. */
        public String key() {
            return "women.standing." + name().toLowerCase(Locale.ROOT);
        }
    }
}
