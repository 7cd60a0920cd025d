package org.uniongrid.access.accounts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uniongrid.access.AccountLife;

/**
 * Which accounts somebody looks for.
 *
 * @param q part of a login or a name, or empty
 */
public record AccountFilter(String q, @Nullable State state) {

    static final AccountFilter NONE = new AccountFilter("", null);

    public AccountFilter {
        q = q.strip();
    }

    /** How accounts stand; the first that fits is shown. */
    public enum State {
        DISABLED("a.disabled_for = 'BY_HAND'"),
        POST_ENDED("a.disabled_for = 'POST_ENDED'"),
        DORMANT("a.disabled_for = 'DORMANT'"),
        SHUT("a.disabled_at is null and coalesce(l.locked_until > :now, false)"),
        DORMANT_SOON("a.disabled_at is null and i.ends_at is null and " + AccountLife.LAST_USED + " <= :soon"),
        INVITED("a.disabled_at is null and i.ends_at > :now"),
        IN_USE("a.disabled_at is null and i.ends_at is null");

        private final String sql;

        State(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        /** Message key of its name. */
        public String key() {
            return "accounts.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
