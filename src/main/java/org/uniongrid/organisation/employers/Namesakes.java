package org.uniongrid.organisation.employers;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Entries that stand in the way of a new one: those with its credit code. */
@Component
public class Namesakes {

    private final JdbcClient db;

    Namesakes(JdbcClient db) {
        this.db = db;
    }

    /** An entry with the same code. */
    public record Namesake(UUID publicId, String name) {}

    /** The entry with this code, or the one it was merged into, where that lies within reach. */
    Optional<Namesake> withCode(@Nullable String code, Reach reach) {
        return db.sql("""
                        select k.public_id, k.name from organisation.employer e
                        join organisation.employer k on k.id = coalesce(e.merged_into, e.id)
                        where e.uscc = :code and organisation.sees(:reach, k.scope)
                        """)
                .param("code", code)
                .param("reach", reach.asArray())
                .query(Namesake.class)
                .optional();
    }
}
