package org.uniongrid.membership.joining;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.access.AccessRule;
import org.uniongrid.access.Client;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Door;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Phone;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.BadParameters.Fault;
import org.uniongrid.web.Form;
import org.uniongrid.web.Programs;

/**
 * Workers join by another system, such as a mini-program, by a code of a union within the token's reach. The rules are
 * those of our own pages: the phone is proven by a code that we send, and whoever is a member elsewhere goes over only if
 * they say so.
 */
@RestController
class JoiningApi {

    static final String ENTER = "membership.join.enter";

    private static final String HERE = Programs.ROOT + "/joinings";

    private final JoinDesk desk;
    private final Doors doors;
    private final Stays stays;
    private final WorkerClasses classes;
    private final AuditTrail trail;

    JoiningApi(JoinDesk desk, Doors doors, Stays stays, WorkerClasses classes, AuditTrail trail) {
        this.desk = desk;
        this.doors = doors;
        this.stays = stays;
        this.classes = classes;
        this.trail = trail;
    }

    /** @param door the letters behind {@code /j/} of a union's code */
    @Schema(name = "JoiningCode")
    record Wanted(@Nullable String door, @Nullable String phone) {}

    /** That it is under way. */
    @Schema(name = "CodeSent")
    record Sent(boolean sent) {}

    /**
     * Whoever joins.
     *
     * @param code that came to the phone
     * @param workerClass a key of the list of classes, such as {@code rider}
     * @param document kind of paper, and its number: only where the city's rule asks for it
     * @param goingOver whether they leave another union by it
     * @param consents what they agreed to, each by itself: {@code MEMBERSHIP} at least
     * @param key of this request: sent again, it joins nobody twice
     */
    @Schema(name = "Joining")
    record Joining(
            @Nullable String door,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String code,
            @Nullable String document,
            @Nullable String number,
            @Nullable String workerClass,
            @Nullable String employer,
            @Nullable Boolean goingOver,
            @Nullable List<String> consents,
            @Nullable UUID key) {}

    /** @param member whether they are one now; else somebody decides */
    @Schema(name = "Joined")
    record Joined(boolean member, String union) {}

    @PostMapping(HERE + "/codes")
    @Permission(ENTER)
    @Unaudited("sends a code; who joins by it is on the trail")
    @Operation(operationId = "sendJoiningCode", summary = "api.joinings.code")
    ResponseEntity<Sent> send(Actor actor, @RequestBody Wanted wanted, HttpServletRequest request) {
        door(actor, wanted.door());
        var phone = wanted.phone() == null ? "" : wanted.phone();
        if (Phone.of(phone).isEmpty()) throw BadParameters.of("phone", "rule.phone-form");
        desk.sendCode(phone, Client.of(request));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Sent(true));
    }

    @PostMapping(HERE)
    @Permission(ENTER)
    @Operation(operationId = "join", summary = "api.joinings.join")
    ResponseEntity<Joined> join(Actor actor, @RequestBody Joining joining) {
        var door = door(actor, joining.door());
        var form = form(joining);
        var asks = desk.asksForNumber(door);
        require(JoinForm.consents(JoinForm.work(JoinForm.who(form, asks, false), classes), asks));
        if (joining.key() == null) throw BadParameters.of("key", "web.problem.unreadable");
        if (!desk.isSent(joining.key())) enter(actor, door, form, joining.key(), asks);
        var member = desk.elsewhere(form.value("phone"), form.value("name")).filter(door.unitName()::equals);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Joined(member.isPresent(), door.unitName()));
    }

    private void enter(Actor actor, Door door, Form form, UUID key, boolean asks) {
        var proof = desk.prove(door, form.value("phone"), form.value("code"))
                .orElseThrow(() -> BadParameters.of("code", AccessRule.PHONE_CODE_IS_RIGHT.key()));
        var consents = EnumSet.noneOf(Consents.Purpose.class);
        for (var purpose : Consents.Purpose.values()) if (form.has("consent", purpose.name())) consents.add(purpose);
        var employer = form.value("employer").strip();
        var wish = new JoinDesk.Wish(
                form.value("class"), employer.isEmpty() ? null : employer, form.has("over", "true"), consents, key);
        var person = desk.join(door, JoinForm.newcomer(form, asks), proof, wish);
        trail.add(
                actor,
                Deed.of(ENTER, Stays.SUBJECT, door.publicId(), door.unitName()).about(person));
    }

    /** An own one: what lies out of reach looks as if it were not there. */
    private Door door(Actor actor, @Nullable String code) {
        var reach = actor.reach(ENTER);
        return doors.open(code == null ? "" : code)
                .filter(door -> reach.sees(door.scope()))
                .orElseThrow(() -> new NoSuchElementException("no such door"));
    }

    private static Form form(Joining it) {
        var typed = new HashMap<String, List<String>>();
        put(typed, "name", it.name());
        put(typed, "phone", it.phone());
        put(typed, "code", it.code());
        put(typed, "document", it.document());
        put(typed, "number", it.number());
        put(typed, "class", it.workerClass());
        put(typed, "employer", it.employer());
        put(typed, "over", Boolean.TRUE.equals(it.goingOver()) ? "true" : null);
        typed.put("consent", it.consents() == null ? List.of() : List.copyOf(it.consents()));
        return Form.of(typed);
    }

    private static void put(Map<String, List<String>> typed, String field, @Nullable String value) {
        if (value != null) typed.put(field, List.of(value));
    }

    private static void require(Form form) {
        if (!form.isWrong()) return;
        throw new BadParameters(form.problems().entrySet().stream()
                .map(wrong -> new Fault(
                        wrong.getKey(), wrong.getValue().key(), wrong.getValue().values()))
                .toList());
    }
}
