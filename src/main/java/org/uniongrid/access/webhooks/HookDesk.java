package org.uniongrid.access.webhooks;

import static org.uniongrid.access.webhooks.HookRule.WEBHOOK_ADDRESS_IS_ALLOWED;
import static org.uniongrid.access.webhooks.HookRule.WEBHOOK_IS_IN_FORCE;
import static org.uniongrid.access.webhooks.HookRule.WEBHOOK_KINDS_ARE_KNOWN;
import static org.uniongrid.access.webhooks.HookRule.WEBHOOK_NAME_IS_FREE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.HookEvent;
import org.uniongrid.access.HookKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.UnitDirectory;

/** What the security administrator does with webhooks. A secret is in the answer, once. */
@Service
@Transactional
class HookDesk {

    static final Duration OLD_SECRET_WORKS = Duration.ofDays(7);
    private static final String KEEP = "access.webhook.keep";

    private final Hooks hooks;
    private final HookPost post;
    private final HookSecrets secrets;
    private final HookAddresses addresses;
    private final UnitDirectory units;
    private final AuditTrail trail;
    private final Clock clock;
    private final List<String> kinds;

    HookDesk(
            Hooks hooks,
            HookPost post,
            HookSecrets secrets,
            HookAddresses addresses,
            UnitDirectory units,
            AuditTrail trail,
            Clock clock,
            List<HookKind> kinds) {
        this.hooks = hooks;
        this.post = post;
        this.secrets = secrets;
        this.addresses = addresses;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
        this.kinds = kinds.stream().map(HookKind::key).sorted().toList();
    }

    /** A webhook with the secret that is shown now and never again. */
    record Made(Hook hook, String secret) {

        @Override
        public String toString() {
            return hook.name();
        }
    }

    /** All that can be ticked. */
    List<String> kinds() {
        return kinds;
    }

    /** Empty where the same form was sent before: the secret was shown then. */
    Optional<Made> make(Actor actor, NewHook made) {
        if (hooks.find(actor.reach(KEEP), made.id()).isPresent()) return Optional.empty();
        WEBHOOK_ADDRESS_IS_ALLOWED.require(isAllowed(made.address()));
        WEBHOOK_KINDS_ARE_KNOWN.require(!made.kinds().isEmpty() && kinds.containsAll(made.kinds()));
        WEBHOOK_NAME_IS_FREE.require(!hooks.isTaken(made.name()));
        var secret = secrets.fresh();
        if (!hooks.add(made, unit(actor, made.unit()), secrets.seal(made.id(), secret), actor)) return Optional.empty();
        var hook = find(actor, made.id());
        trail.add(
                actor,
                deed("access.webhook.make", hook)
                        .with("webhook-address", null, hook.address())
                        .with("webhook-unit", null, hook.unitName())
                        .with("webhook-kinds", null, String.join(" ", hook.kinds())));
        return Optional.of(new Made(hook, secret));
    }

    private boolean isAllowed(String address) {
        try {
            return !addresses.parse(address).getHost().isEmpty();
        } catch (HookAddresses.Refused refused) {
            return false;
        }
    }

    private @Nullable Long unit(Actor actor, @Nullable UUID id) {
        return id == null ? null : units.find(id, actor.reach(KEEP)).id();
    }

    /** A new secret; the one before signs beside it for a week. */
    Made rotate(Actor actor, UUID id) {
        var hook = inForce(actor, id);
        var old = secrets.open(id, hooks.lockedSecret(hook));
        var secret = secrets.fresh();
        hooks.rotate(
                hook,
                secrets.seal(id, secret),
                secrets.sealOld(id, old),
                OffsetDateTime.now(clock).plus(OLD_SECRET_WORKS));
        trail.add(actor, deed("access.webhook.rotate", hook));
        return new Made(find(actor, id), secret);
    }

    /** Events are kept meanwhile. */
    void pause(Actor actor, UUID id) {
        var hook = inForce(actor, id);
        if (hooks.pause(hook)) trail.add(actor, deed("access.webhook.pause", hook));
    }

    void resume(Actor actor, UUID id) {
        var hook = inForce(actor, id);
        if (hooks.resume(hook)) trail.add(actor, deed("access.webhook.resume", hook));
    }

    /** For good. */
    void end(Actor actor, UUID id) {
        var hook = inForce(actor, id);
        WEBHOOK_IS_IN_FORCE.require(hooks.end(hook));
        trail.add(actor, deed("access.webhook.end", hook));
    }

    /** An event that says nothing, to see whether it comes through. */
    void test(Actor actor, UUID id) {
        var hook = inForce(actor, id);
        var event = new HookEvent(
                HookSetup.TEST.key(),
                HookSetup.TEST.key() + ":" + UUID.randomUUID(),
                new Scope("/"),
                Map.of("webhook", id.toString()));
        post.tellOnly(hook, event);
        trail.add(actor, deed("access.webhook.test", hook));
    }

    /** What came through or was given up, once more; with the same id, so that the receiver knows it. */
    UUID again(Actor actor, UUID delivery) {
        var hook =
                hooks.ofDelivery(actor.reach(KEEP), delivery).orElseThrow(() -> new NoSuchElementException("delivery"));
        WEBHOOK_IS_IN_FORCE.require(!hook.isEnded());
        if (hooks.again(hook, delivery)) trail.add(actor, deed("access.webhook.again", hook));
        return hook.publicId();
    }

    private Hook inForce(Actor actor, UUID id) {
        var hook = find(actor, id);
        WEBHOOK_IS_IN_FORCE.require(!hook.isEnded());
        return hook;
    }

    private Hook find(Actor actor, UUID id) {
        return hooks.find(actor.reach(KEEP), id).orElseThrow(() -> new NoSuchElementException("webhook"));
    }

    private static Deed deed(String action, Hook hook) {
        return Deed.of(action, "access.webhook", hook.publicId(), hook.name());
    }
}
