package org.uniongrid.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Posts;

/**
 * Finds out who is behind a request, afresh each time: a post that ended or an account that was disabled counts at
 * once. A session ends twelve hours after it began, used or not.
 */
class ActorFilter extends OncePerRequestFilter {

    static final String ACCOUNT_ATTRIBUTE = "org.uniongrid.access.Account";
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;
    private final Posts posts;
    private final Clock clock;

    ActorFilter(Accounts accounts, Posts posts, Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = accountOf(request);
        if (account.isPresent() && (account.get().isDisabled() || isTooOld(request))) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        } else if (account.isPresent()) {
            request.setAttribute(ACCOUNT_ATTRIBUTE, account.get());
            request.setAttribute(Actor.class.getName(), actor(account.get(), request));
            if (account.get().mustChange() && !mayStillOpen(request.getServletPath())) {
                response.sendRedirect("/account/password");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Account> accountOf(HttpServletRequest request) {
        var session = request.getSession(false);
        var id = session == null ? null : (String) session.getAttribute(AccountInSession.ACCOUNT);
        return Optional.ofNullable(id).map(UUID::fromString).flatMap(accounts::byId);
    }

    private boolean isTooOld(HttpServletRequest request) {
        return clock.millis() - request.getSession().getCreationTime() > LONGEST.toMillis();
    }

    private Actor actor(Account account, HttpServletRequest request) {
        var held = posts.heldBy(account.personId());
        return new Actor(account.personId(), account.personName(), held, ChosenPost.of(request.getSession(), held));
    }

    private static boolean mayStillOpen(String path) {
        return path.equals("/account/password") || path.equals("/sign-out") || path.startsWith("/preferences/");
    }

    /** The looks of a page need nobody. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
