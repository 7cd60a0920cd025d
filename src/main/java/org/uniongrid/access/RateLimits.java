package org.uniongrid.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.people.Vault;

/**
 * Buckets of tokens in the database, so that a limit holds across processes. A bucket is one number: when it will be full
 * again. Taking a token moves it on, in one statement, if enough is left. Keys are kept hashed only.
 */
@Component
@Unscoped("counts for whoever asks, before anybody is known")
public class RateLimits {

    private static final int WAIT = 60;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    RateLimits(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Takes one, and it stays taken whatever becomes of the work that asked. False where none is left. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(Limit limit, String key) {
        return db.sql("""
                        insert into access.rate_limit as r (key_hash, full_at) values (:key, :now + :step)
                        on conflict (key_hash) do update set full_at = greatest(r.full_at, :now) + :step
                        where greatest(r.full_at, :now) + :step <= :now + :whole
                        """)
                        .param("key", vault.index("access.rate_limit." + limit.name(), key))
                        .param("now", now())
                        .param("step", limit.step())
                        .param("whole", limit.whole())
                        .update()
                == 1;
    }

    /** How long until one comes back; zero where one is left. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration wait(Limit limit, String key) {
        var full = db.sql("select full_at from access.rate_limit where key_hash = ?")
                .param(vault.index("access.rate_limit." + limit.name(), key))
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Duration.of(Math.max(0, full + limit.step() - limit.whole() - now()), ChronoUnit.MICROS);
    }

    /** Takes one, or answers the request with 429. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void require(Limit limit, String key) {
        if (!take(limit, key)) throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }

    static void refuse(HttpServletResponse response) throws IOException {
        response.setIntHeader(HttpHeaders.RETRY_AFTER, WAIT);
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** A bucket that is full again is like one that was never used. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
    void forgetFull() {
        db.sql("delete from access.rate_limit where full_at < ?").param(now()).update();
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
