package org.uniongrid.access.tokens;

import static org.uniongrid.access.tokens.TokenRule.TOKEN_GRACE_IS_SHORT;
import static org.uniongrid.access.tokens.TokenRule.TOKEN_IS_IN_FORCE;
import static org.uniongrid.access.tokens.TokenRule.TOKEN_LASTS_A_YEAR_AT_MOST;
import static org.uniongrid.access.tokens.TokenRule.TOKEN_NAME_IS_FREE;
import static org.uniongrid.access.tokens.TokenRule.TOKEN_SCOPES_ARE_KNOWN;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.organisation.UnitDirectory;

/** What the security administrator does with tokens. Whoever issues one gets it in the answer, once. */
@Service
@Transactional
class TokenDesk {

    static final int GRACE = 30;
    private static final String ISSUE = "access.token.issue";

    private final Tokens tokens;
    private final UnitDirectory units;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenDesk(Tokens tokens, UnitDirectory units, AuditTrail trail, Clock clock) {
        this.tokens = tokens;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** A token with the text that is shown now and never again. */
    record Issued(Token token, TokenText text) {}

    /** Empty where the same form was sent before: the token was shown then. */
    Optional<Issued> issue(Actor actor, NewToken made) {
        if (find(actor, made.id()).isPresent()) return Optional.empty();
        checkLastDay(made.lastDay());
        TOKEN_SCOPES_ARE_KNOWN.require(!made.scopes().isEmpty() && TokenScope.areKnown(made.scopes()));
        TOKEN_NAME_IS_FREE.require(!tokens.isTaken(made.name()));
        if (!tokens.add(made, unit(actor, made.unit()), actor)) return Optional.empty();
        var token = find(actor, made.id()).orElseThrow();
        var text = withSecret(token, made.lastDay());
        trail.add(
                actor,
                deed(ISSUE, token)
                        .because(token.purpose())
                        .with("token-key", null, text.key())
                        .with("token-contact", null, token.contact())
                        .with("token-unit", null, token.unitName())
                        .with("token-reach", null, token.reach().name())
                        .with("token-scopes", null, String.join(" ", token.scopes()))
                        .with("token-addresses", null, String.join(" ", token.addresses()))
                        .with("token-last-day", null, made.lastDay().toString()));
        return Optional.of(new Issued(token, text));
    }

    private @Nullable Long unit(Actor actor, @Nullable UUID id) {
        return id == null ? null : units.find(id, actor.reach(ISSUE)).id();
    }

    /** A new secret; the one before works so many days longer, or no longer at all. */
    Issued rotate(Actor actor, UUID id, LocalDate lastDay, int graceDays) {
        var token = inForce(actor, id);
        checkLastDay(lastDay);
        TOKEN_GRACE_IS_SHORT.require(graceDays >= 0 && graceDays <= GRACE);
        tokens.lock(token);
        tokens.endSecrets(token, OffsetDateTime.now(clock).plusDays(graceDays));
        var text = withSecret(token, lastDay);
        trail.add(
                actor,
                deed("access.token.rotate", token)
                        .with("token-key", null, text.key())
                        .with("token-last-day", null, lastDay.toString())
                        .with("token-grace", null, Integer.toString(graceDays)));
        return new Issued(token, text);
    }

    /** At once, for all its secrets. */
    Token revoke(Actor actor, UUID id, String reason) {
        var token = inForce(actor, id);
        TOKEN_IS_IN_FORCE.require(tokens.revoke(token, reason));
        tokens.endSecrets(token, OffsetDateTime.now(clock));
        trail.add(actor, deed("access.token.revoke", token).because(reason));
        return token;
    }

    private Token inForce(Actor actor, UUID id) {
        var token = find(actor, id).orElseThrow(() -> new NoSuchElementException("token"));
        TOKEN_IS_IN_FORCE.require(!token.isRevoked());
        return token;
    }

    private Optional<Token> find(Actor actor, UUID id) {
        return tokens.find(actor.reach(ISSUE), id);
    }

    private TokenText withSecret(Token token, LocalDate lastDay) {
        var text = TokenText.random(random);
        tokens.addSecret(token, text, endOf(lastDay));
        return text;
    }

    private OffsetDateTime endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private void checkLastDay(LocalDate lastDay) {
        var today = LocalDate.now(clock);
        TOKEN_LASTS_A_YEAR_AT_MOST.require(!lastDay.isBefore(today) && !lastDay.isAfter(today.plusYears(1)));
    }

    private static Deed deed(String action, Token token) {
        return Deed.of(action, "access.token", token.publicId(), token.name());
    }
}
