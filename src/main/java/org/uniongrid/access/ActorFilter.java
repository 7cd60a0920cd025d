package org.uniongrid.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Posts;

/**
 * Finds out who is behind a request, afresh each time: a post that ended or an account that was disabled counts at
 * once. A session ends twelve hours after it began, used or not.
 */
public class ActorFilter extends OncePerRequestFilter {

    /** Where a request carries the {@link Account} that it is about. */
    public static final String ACCOUNT_ATTRIBUTE = "org.uniongrid.access.Account";

    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;
    private final Workers workers;
    private final Posts posts;
    private final PasswordPolicy policy;
    private final Clock clock;

    ActorFilter(Accounts accounts, Workers workers, Posts posts, PasswordPolicy policy, Clock clock) {
        this.accounts = accounts;
        this.workers = workers;
        this.posts = posts;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Workers.isIn(request.getSession(false))) {
            worker(request, response, chain);
            return;
        }
        var account = accountOf(request).orElse(null);
        if (account == null) chain.doFilter(request, response);
        else if (account.isDisabled() || isTooOld(request)) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
        } else if (!AccountInSession.isOpen(request.getSession(false))) halfOpen(account, request, response, chain);
        else open(account, request, response, chain);
    }

    private void worker(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = workers.named((String) request.getSession().getAttribute(AccountInSession.ACCOUNT));
        if (found.isPresent()) request.setAttribute(Actor.class.getName(), found.get());
        else {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private void open(Account account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ACCOUNT_ATTRIBUTE, account);
        request.setAttribute(Actor.class.getName(), actor(account, request));
        var first = firstOfAll(account);
        if (first == null || mayStillOpen(first, request.getServletPath())) chain.doFilter(request, response);
        else response.sendRedirect(first);
    }

    /** What somebody must do before anything else, or null. */
    private @Nullable String firstOfAll(Account account) {
        if (account.cellWide() && !account.secondFactor()) return "/account/second-factor";
        return policy.mustChange(account) ? "/account/password" : null;
    }

    private static boolean mayStillOpen(String first, String path) {
        return path.equals(first)
                || path.startsWith(first + "/")
                || path.equals("/sign-out")
                || path.startsWith("/preferences/");
    }

    /** The password was right and the code is still to come: nobody yet, but on the page that asks for it. */
    private static void halfOpen(
            Account account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        if (path.equals(Entrance.secondStep(account))) {
            request.setAttribute(ACCOUNT_ATTRIBUTE, account);
            request.setAttribute(
                    Actor.class.getName(), new Actor(account.personId(), account.personName(), List.of(), null));
            chain.doFilter(request, response);
        } else if (isForAnybody(path)) chain.doFilter(request, response);
        else response.sendRedirect(Entrance.secondStep(account));
    }

    private static boolean isForAnybody(String path) {
        return path.equals("/sign-in")
                || path.equals("/sign-in/failed")
                || path.equals("/sign-out")
                || path.equals("/error")
                || path.startsWith("/preferences/")
                || path.equals("/invitation")
                || path.startsWith("/invitation/")
                || path.startsWith("/t/")
                || path.startsWith("/j/")
                || path.startsWith(WorkerSession.SIGN_IN);
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
