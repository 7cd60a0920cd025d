package org.uniongrid.access.tokens;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uniongrid.access.Client;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.web.ProblemKind;
import org.uniongrid.web.Problems;

/**
 * Where programs come in: by a token in each request, and by nothing else. No session, no cookie. What follows from the
 * token is found afresh each time, so that whatever is taken from it counts at once.
 */
class TokenDoor extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Limit FAILURES = new Limit("token-failure", 30, MINUTE);
    private static final Limit TOLD = new Limit("token-refusal", 10, MINUTE);
    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final RateLimits limits;
    private final AuditTrail trail;
    private final Problems problems;

    TokenDoor(Tokens tokens, RateLimits limits, AuditTrail trail, Problems problems) {
        this.tokens = tokens;
        this.limits = limits;
        this.trail = trail;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        var shown = shown(request);
        if (shown == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"UnionGrid\"");
            problems.send(request, response, ProblemKind.TOKEN_MISSING);
            return;
        }
        var known = TokenText.read(shown).flatMap(tokens::shown).orElse(null);
        var fault = fault(known, request);
        if (known == null || fault != null) refuse(known, fault, request, response);
        else if (!limits.take(perMinute(known.token()), known.token().publicId().toString()))
            tooMany(known.token().perMinute(), request, response);
        else {
            tokens.used(known.token(), request.getRemoteAddr());
            request.setAttribute(Actor.class.getName(), known.token().actor());
            chain.doFilter(request, response);
        }
    }

    private static @Nullable String shown(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? null
                : header.substring(BEARER.length()).strip();
    }

    /** Whoever does not hold the secret learns nothing of the token. */
    private static @Nullable ProblemKind fault(Tokens.@Nullable Shown known, HttpServletRequest request) {
        if (known == null || !known.right()) return ProblemKind.TOKEN_UNKNOWN;
        if (known.token().isRevoked()) return ProblemKind.TOKEN_REVOKED;
        if (known.ended()) return ProblemKind.TOKEN_ENDED;
        return Networks.allow(known.token().addresses(), request.getRemoteAddr())
                ? null
                : ProblemKind.ADDRESS_NOT_ALLOWED;
    }

    private void refuse(
            Tokens.@Nullable Shown known,
            @Nullable ProblemKind fault,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var kind = fault == null ? ProblemKind.TOKEN_UNKNOWN : fault;
        if (known != null) tell(known.token(), kind);
        if (!mayTryAgain(known, request)) {
            tooMany(FAILURES.burst(), request, response);
            return;
        }
        if (kind.status().value() == HttpServletResponse.SC_UNAUTHORIZED)
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"UnionGrid\", error=\"invalid_token\"");
        problems.send(request, response, kind);
    }

    /** Whoever guesses is counted by address; whoever holds a secret that was ours once, by token. */
    private boolean mayTryAgain(Tokens.@Nullable Shown known, HttpServletRequest request) {
        return known != null && known.right()
                ? limits.take(perMinute(known.token()), known.token().publicId().toString())
                : limits.take(FAILURES, Client.of(request).network());
    }

    /** On the trail, of one token at most ten a minute. What names no token of ours could come from anybody. */
    private void tell(Token token, ProblemKind kind) {
        if (limits.take(TOLD, token.publicId().toString()))
            trail.refused(
                    token.actor(),
                    Deed.of("access.token.use", "access.token", token.publicId(), token.name())
                            .because(kind.id()));
    }

    private void tooMany(int perMinute, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setIntHeader(HttpHeaders.RETRY_AFTER, Math.max(1, (59 + perMinute) / perMinute));
        problems.send(request, response, ProblemKind.TOO_MANY_REQUESTS);
    }

    private static Limit perMinute(Token token) {
        return new Limit("token", token.perMinute(), MINUTE);
    }
}
