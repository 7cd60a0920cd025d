package org.uniongrid.matter.links;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Allowed;
import org.uniongrid.matter.Hands;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Vault;

/** What a link opens: one step, done by its person in the post that has it, once their phone is proven. */
@Component
class LinkedTask {

    private static final Duration PROOF_LIVES = Duration.ofMinutes(30);
    private static final int TRIES = 5;
    private static final String CODES = "matter.link.code";

    /** These take more sight of the house than a link gives, or lead nowhere by link. */
    private static final Set<Action> WANT_SIGHT =
            EnumSet.of(Action.TAKE, Action.HAND_OVER, Action.ASK_SIGNERS, Action.DISPATCH);

    private final LinkBook book;
    private final LinkNotices.Sender sender;
    private final Matters matters;
    private final Tasks tasks;
    private final Allowed allowed;
    private final MatterDesk desk;
    private final Posts posts;
    private final Vault vault;
    private final AuditTrail trail;

    LinkedTask(
            LinkBook book,
            LinkNotices.Sender sender,
            Matters matters,
            Tasks tasks,
            Allowed allowed,
            MatterDesk desk,
            Posts posts,
            Vault vault,
            AuditTrail trail) {
        this.book = book;
        this.sender = sender;
        this.matters = matters;
        this.tasks = tasks;
        this.allowed = allowed;
        this.desk = desk;
        this.posts = posts;
        this.vault = vault;
        this.trail = trail;
    }

    /** The step as its person sees it. */
    record Opened(Link link, Actor actor, Matter matter, Task task) {}

    /** Nothing where the link opens nothing any more: it is over or replaced, the step is done or with others. */
    Optional<Opened> open(String token) {
        return book.find(Secret.hash(token)).flatMap(this::open);
    }

    private Optional<Opened> open(Link link) {
        var held = posts.heldBy(link.personId());
        return held.stream()
                .filter(post ->
                        post.id().equals(link.post()) && post.permissions().contains("matter.handle"))
                .findFirst()
                .flatMap(post -> open(link, new Actor(link.personId(), link.personName(), held, post)));
    }

    private Optional<Opened> open(Link link, Actor actor) {
        try {
            var matter = matters.find(link.matter(), actor);
            return tasks.open(matter).stream()
                    .filter(task -> task.publicId().equals(link.task()))
                    .findFirst()
                    .map(task -> new Opened(link, actor, matter, task));
        } catch (NoSuchElementException outOfReach) {
            return Optional.empty();
        }
    }

    /** To the person's own phone, in place of the code before. */
    @Transactional
    public void sendCode(Opened opened) {
        var code = Secret.code();
        book.ask(opened.link(), vault.index(CODES, named(opened.link(), code)), LinkNotices.CODE_LIVES);
        sender.sendCode(opened.link(), code);
        trail.add(opened.actor(), deed(opened, "matter.link.ask-code"));
    }

    /** @return what the browser shows from now on; nothing where the code is wrong, old or tried too often */
    @Transactional
    public Optional<String> prove(Opened opened, String code) {
        var link = opened.link();
        var asked = book.tryCode(link, TRIES);
        if (asked.isEmpty() || !isSame(asked.get(), named(link, code))) {
            trail.refused(opened.actor(), deed(opened, "matter.link.open"));
            return Optional.empty();
        }
        var proof = Secret.fresh();
        book.prove(link, Secret.hash(proof), PROOF_LIVES);
        trail.add(opened.actor(), deed(opened, "matter.link.open"));
        return Optional.of(proof);
    }

    /** A code is short: with the link's id before it, and the key of the vault, its hash tells nothing. */
    private static String named(Link link, String code) {
        return link.publicId() + " " + code;
    }

    private boolean isSame(byte[] asked, String named) {
        return vault.indexes(CODES, named).stream()
                .anyMatch(known -> java.security.MessageDigest.isEqual(known, asked));
    }

    boolean isProven(Opened opened, @Nullable String proof) {
        return proof != null && book.isProven(opened.link(), Secret.hash(proof));
    }

    /** What may be done here. */
    List<Action> allowed(Opened opened) {
        return Stream.concat(
                        allowed
                                .atStep(
                                        opened.actor(),
                                        new Hands(
                                                opened.actor().personId(),
                                                opened.actor().chosen(),
                                                Set.of()),
                                        opened.matter(),
                                        opened.task())
                                .stream(),
                        Stream.of(Action.COMMENT))
                .filter(action -> !WANT_SIGHT.contains(action))
                .distinct()
                .toList();
    }

    /** Done as its person, in the post that has the step; the timeline says that it was by link. */
    @Transactional
    public void act(Opened opened, Action action, @Nullable String words, List<Papers.Accepted> papers, UUID key) {
        if (!allowed(opened).contains(action)) throw new NoSuchElementException("no " + action + " by link");
        var step = action == Action.COMMENT ? null : opened.task().publicId();
        desk.act(
                opened.actor(),
                opened.matter().publicId(),
                Act.of(action, step, words, key).with(papers));
        book.mark(opened.link(), opened.matter());
        trail.add(opened.actor(), deed(opened, "matter.link.use"));
    }

    private static Deed deed(Opened opened, String action) {
        return Deed.of(
                action,
                LinkDesk.SUBJECT,
                opened.link().publicId(),
                opened.matter().label());
    }
}
