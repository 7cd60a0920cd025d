package org.uniongrid.access;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Who is behind the session of a worker: it keeps the person's id, where one at the desk keeps that of an account. */
@Component
@Unscoped("asked for the person that a session names")
class Workers {

    private static final String PREFIX = "worker:";

    private final JdbcClient db;

    Workers(JdbcClient db) {
        this.db = db;
    }

    /** As sessions know the worker. */
    static String principal(long personId) {
        return PREFIX + personId;
    }

    static boolean isPrincipal(String principal) {
        return principal.startsWith(PREFIX);
    }

    static boolean isIn(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(AccountInSession.ACCOUNT) instanceof String principal
                && isPrincipal(principal);
    }

    /** By the name that sessions know; empty where it names no worker, or nobody any more. */
    Optional<Actor> named(String principal) {
        return isPrincipal(principal) ? find(Long.parseLong(principal.substring(PREFIX.length()))) : Optional.empty();
    }

    Optional<Actor> find(long personId) {
        return db.sql("select name from people.person where id = ?")
                .param(personId)
                .query(String.class)
                .optional()
                .map(name -> Actor.worker(personId, name));
    }
}
