package org.uniongrid.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Unscoped;

/** How accounts end: by hand, with the last post of their person, or because nobody uses them. */
@Component
@Unscoped("gives out nothing of what it reads")
public class AccountLife {

    /** Why an account is shut. */
    public enum Ending {
        BY_HAND,
        POST_ENDED,
        DORMANT
    }

    private static final String POSTS_ENDED = """
            exists (select from organisation.tenure t where t.person_id = a.person_id)
            and not exists (select from organisation.tenure t where t.person_id = a.person_id
                            and (upper_inf(t.during) or upper(t.during) > :before))
            """;
    /** When an account was last used, or else opened: SQL on the account {@code a}. */
    public static final String LAST_USED = "greatest(a.opened_at, a.enabled_at, a.last_sign_in)";

    private static final int WARNED_DAYS = 14;

    private final JdbcClient db;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final AccountNotices notices;
    private final Clock clock;
    private final int graceDays;
    private final int dormantDays;

    AccountLife(
            JdbcClient db,
            Accounts accounts,
            AuditTrail trail,
            AccountNotices notices,
            Clock clock,
            @Value("${uniongrid.post-grace-days:0}") int graceDays,
            @Value("${uniongrid.dormant-days:90}") int dormantDays) {
        this.db = db;
        this.accounts = accounts;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
        this.graceDays = graceDays;
        this.dormantDays = dormantDays;
    }

    /** Shuts the account now if its person's last post has ended; says whether it did. */
    @Transactional
    public boolean endsWithItsPosts(Account account) {
        return end(Ending.POST_ENDED, "a.id = :id and " + POSTS_ENDED, lastDay(), account.id()) == 1;
    }

    /** Shuts all accounts whose persons' last posts have ended. */
    @Transactional
    public int endWithPosts() {
        return end(Ending.POST_ENDED, POSTS_ENDED, lastDay(), 0);
    }

    /** Shuts all accounts that nobody signed in with for so long. */
    @Transactional
    public int endAsleep() {
        return end(Ending.DORMANT, LAST_USED + " <= :before", now().minusDays(dormantDays), 0);
    }

    /** Tells those whose accounts will be shut soon if they do not use them. */
    @Transactional
    public void warnBeforeSleep() {
        db.sql("select a.id, " + LAST_USED + " as last_used from access.account a where a.disabled_at is null and "
                        + LAST_USED + " <= :soon")
                .param("soon", dormantSoon())
                .query(Idle.class)
                .list()
                .forEach(idle -> accounts.byKey(idle.id())
                        .ifPresent(account -> notices.dormantSoon(account, idle.lastUsed(), ends(idle))));
    }

    private record Idle(long id, OffsetDateTime lastUsed) {}

    private LocalDate ends(Idle idle) {
        return idle.lastUsed()
                .plusDays(dormantDays)
                .atZoneSameInstant(clock.getZone())
                .toLocalDate();
    }

    /** Accounts that were last used then or before will be shut soon: within two weeks, or half of a short time. */
    public OffsetDateTime dormantSoon() {
        return now().minusDays(dormantDays - Math.min(WARNED_DAYS, dormantDays / 2));
    }

    private int end(Ending why, String which, Object before, long id) {
        var ended = db.sql("""
                        update access.account a set disabled_at = :now, disabled_for = :why
                        where a.disabled_at is null and (:id = 0 or a.id = :id) and
                        """ + which + " returning a.id")
                .param("now", now())
                .param("why", why.name())
                .param("id", id)
                .param("before", before)
                .query(Long.class)
                .list();
        ended.stream()
                .flatMap(one -> accounts.byKey(one).stream())
                .forEach(account -> shut(Actor.system("account-upkeep"), account, why, null));
        return ended.size();
    }

    /** Shuts it at once, with a reason for whoever asks later. */
    @Transactional
    public void disable(Actor actor, Account account, String reason) {
        var done = db.sql("""
                        update access.account set disabled_at = :now, disabled_for = 'BY_HAND', disabled_because = :reason
                        where id = :id and disabled_at is null
                        """)
                .param("now", now())
                .param("reason", reason)
                .param("id", account.id())
                .update();
        if (done == 1) shut(actor, account, Ending.BY_HAND, reason);
    }

    private void shut(Actor actor, Account account, Ending why, @Nullable String reason) {
        accounts.endSessions(account, null);
        var deed = Deed.of("access.account.disable", "access.account", account.publicId(), account.login())
                .about(account.personId())
                .with("account-ending", null, why.name());
        trail.add(actor, reason == null ? deed : deed.because(reason));
        if (why == Ending.DORMANT) notices.dormant(account);
    }

    private LocalDate lastDay() {
        return LocalDate.now(clock).minusDays(graceDays);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
