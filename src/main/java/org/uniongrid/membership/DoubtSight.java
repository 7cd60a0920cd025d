package org.uniongrid.membership;

/** Who sees a doubt: the union itself from its first day, the unions above once it was passed up. */
public final class DoubtSight {

    /**
     * Condition on {@code d}, a doubt, and {@code u}, its unit; wants {@code :reach}. Whoever's reach begins at the union
     * itself is of it.
     */
    public static final String SEEN = """
             organisation.sees(:reach, organisation.rest_scope(u.id)) and (d.passed_at is not null
                or organisation.rest_scope(u.id) = any (:reach) or '=' || organisation.rest_scope(u.id) = any (:reach))
            """;

    private DoubtSight() {}
}
