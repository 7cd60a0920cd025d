package org.uniongrid.membership.joining;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.AccessRule;
import org.uniongrid.access.Client;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.access.WorkerSession;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unaudited;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Door;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.Offers;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** What opens when the code of a union is scanned: three short steps on a phone, each a whole page. */
@Controller
@RequestMapping(JoinController.PATH)
class JoinController {

    static final String PATH = "/j";

    private static final String WHY = "whoever scans a union's code to join it has no account yet";
    private static final String WHO = "membership/joining/who";
    private static final String WORK = "membership/joining/work";
    private static final String CHECK = "membership/joining/check";
    private static final int WAIT = 60;
    /** A gate of a factory is one address for thousands. */
    private static final Limit BY_ADDRESS = new Limit("join-pages", 30_000, java.time.Duration.ofMinutes(10));

    private final JoinDesk desk;
    private final Doors doors;
    private final Offers offers;
    private final WorkerClasses classes;
    private final WorkerSession sessions;
    private final RateLimits limits;

    JoinController(
            JoinDesk desk,
            Doors doors,
            Offers offers,
            WorkerClasses classes,
            WorkerSession sessions,
            RateLimits limits) {
        this.desk = desk;
        this.doors = doors;
        this.offers = offers;
        this.classes = classes;
        this.sessions = sessions;
        this.limits = limits;
    }

    @ModelAttribute
    void guard(HttpServletRequest request, HttpServletResponse response) {
        limits.require(BY_ADDRESS, Client.of(request).network());
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /** What is done with what somebody tells of themselves. */
    @GetMapping("/privacy")
    @Open("says what is done with personal data")
    String privacy() {
        return "membership/joining/privacy";
    }

    @GetMapping("/{code}")
    @Open(WHY)
    ModelAndView show(@PathVariable String code, HttpServletRequest request) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        doors.mark(door.id(), Doors.Mark.OPENED);
        var form = Form.blank().with("key", TypedKey.fresh()).with("document", DocumentKind.RESIDENT_CARD.name());
        var worker = worker(request);
        if (worker.isPresent() && desk.isMemberOf(worker.get(), door))
            return new ModelAndView("membership/joining/here").addObject("door", door);
        return worker.isPresent() ? shown(WORK, door, form, request) : shown(WHO, door, form, request);
    }

    /** What the union and those above it offer; read by anybody, member or not. */
    @GetMapping("/{code}/policies")
    @Open(WHY)
    ModelAndView policies(@PathVariable String code) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        return new ModelAndView("membership/joining/policies")
                .addObject("door", door)
                .addObject("offers", offers.shown(door.scope()));
    }

    /** A page that was sent and is loaded again begins anew. */
    @GetMapping({"/{code}/code", "/{code}/who", "/{code}/work", "/{code}/check"})
    @Open(WHY)
    ModelAndView again(@PathVariable String code) {
        return doors.open(code)
                .map(door -> new ModelAndView("redirect:" + door.path()))
                .orElseGet(JoinController::gone);
    }

    @PostMapping("/{code}/code")
    @Open(WHY)
    ModelAndView code(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        var form = Form.of(typed).with("code", "");
        try {
            desk.sendCode(form.value("phone"), Client.of(request));
        } catch (RuleBroken broken) {
            var few = broken.rule() == AccessRule.PHONE_CODES_ARE_FEW;
            return form.broken("phone", broken).again(WHO, parts(door, form, request, few ? "true" : "", 0));
        }
        return new ModelAndView(WHO, parts(door, form, request, "true", WAIT)).addObject("form", form);
    }

    /** Back to the first step, with what was typed. */
    @PostMapping("/{code}/who")
    @Open(WHY)
    @Unaudited("shows the form again and changes nothing")
    ModelAndView back(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var door = doors.open(code).orElse(null);
        return door == null ? gone() : shown(WHO, door, Form.of(typed).with("code", ""), request);
    }

    @PostMapping("/{code}/work")
    @Open(WHY)
    ModelAndView prove(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        var form = Form.of(typed);
        var isProven = worker(request).isPresent() || isProven(form);
        var checked =
                isProven && form.has("back", "true") ? form : JoinForm.who(form, desk.asksForNumber(door), isProven);
        if (checked.isWrong()) return checked.again(WHO, parts(door, form, request, form.value("sent"), 0));
        if (isProven) return shown(WORK, door, form, request);
        var proof = desk.prove(door, form.value("phone"), form.value("code"));
        if (proof.isEmpty())
            return form.with("code", "")
                    .wrong("code", AccessRule.PHONE_CODE_IS_RIGHT.key())
                    .again(WHO, parts(door, form, request, "true", 0));
        return shown(WORK, door, form.with("proof", proof.get()), request);
    }

    @PostMapping("/{code}/check")
    @Open(WHY)
    @Unaudited("shows what was typed and changes nothing")
    ModelAndView check(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        var form = Form.of(typed);
        if (worker(request).isEmpty() && !isProven(form)) return proofIsOver(door, form, request);
        var checked = JoinForm.work(form, classes);
        if (checked.isWrong()) return checked.again(WORK, parts(door, form, request, "", 0));
        return shown(CHECK, door, form, request);
    }

    @PostMapping("/{code}")
    @Open(WHY)
    ModelAndView join(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes next) {
        var door = doors.open(code).orElse(null);
        if (door == null) return gone();
        var form = Form.of(typed);
        if (desk.isSent(TypedKey.of(form.value("key")))) return new ModelAndView("redirect:" + WorkerSession.HOME);
        var worker = worker(request);
        if (worker.isEmpty() && !isProven(form)) return proofIsOver(door, form, request);
        var checked = JoinForm.consents(form, desk.asksForNumber(door) && worker.isEmpty());
        if (checked.isWrong()) return checked.again(CHECK, parts(door, form, request, "", 0));
        try {
            if (worker.isPresent()) desk.join(door, worker.get(), wish(form));
            else sessions.open(request, joined(door, form));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(CHECK, parts(door, form, request, "", 0));
        }
        Toast.after(next, "join.sent");
        return new ModelAndView("redirect:" + WorkerSession.HOME);
    }

    private long joined(Door door, Form form) {
        var who = JoinForm.newcomer(form, desk.asksForNumber(door));
        return desk.join(door, who, form.value("proof"), wish(form));
    }

    private boolean isProven(Form form) {
        return !form.value("proof").isEmpty() && desk.isProven(form.value("phone"), form.value("proof"));
    }

    private ModelAndView proofIsOver(Door door, Form form, HttpServletRequest request) {
        return form.with("proof", "")
                .with("code", "")
                .wrong("code", "join.proof-is-over")
                .again(WHO, parts(door, form, request, "", 0));
    }

    private static JoinDesk.Wish wish(Form form) {
        var employer = form.value("employer").strip();
        var consents = EnumSet.noneOf(Consents.Purpose.class);
        for (var purpose : Consents.Purpose.values()) if (form.has("consent", purpose.name())) consents.add(purpose);
        return new JoinDesk.Wish(
                form.value("class"),
                employer.isEmpty() ? null : employer,
                form.has("over", "true"),
                consents,
                TypedKey.of(form.value("key")));
    }

    private static Optional<Actor> worker(HttpServletRequest request) {
        return request.getAttribute(Actor.class.getName()) instanceof Actor actor && actor.isWorker()
                ? Optional.of(actor)
                : Optional.empty();
    }

    private static ModelAndView gone() {
        return new ModelAndView("membership/joining/gone", HttpStatus.GONE);
    }

    private ModelAndView shown(String page, Door door, Form form, HttpServletRequest request) {
        return new ModelAndView(page, parts(door, form, request, form.value("sent"), 0)).addObject("form", form);
    }

    private Map<String, Object> parts(
            Door door, Form form, HttpServletRequest request, @Nullable String sent, int wait) {
        var parts = new HashMap<String, Object>();
        parts.put("door", door);
        parts.put("sent", "true".equals(sent));
        parts.put("wait", wait);
        parts.put("asksForNumber", desk.asksForNumber(door));
        parts.put("classes", classes.all());
        parts.put("employers", desk.employers(door));
        parts.put("elsewhere", elsewhere(form, request).orElse(""));
        return parts;
    }

    /** Name of the union they are in, told to nobody but them. */
    private Optional<String> elsewhere(Form form, HttpServletRequest request) {
        var worker = worker(request);
        if (worker.isPresent()) return desk.elsewhere(worker.get());
        return isProven(form)
                ? desk.elsewhere(form.value("phone"), form.value("name").strip())
                : Optional.empty();
    }
}
