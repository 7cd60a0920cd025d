package org.uniongrid.organisation.appointments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.PostWork;
import org.uniongrid.organisation.TypedSpan;
import org.uniongrid.organisation.appointments.AppointmentDesk.Newcomer;
import org.uniongrid.organisation.appointments.AppointmentDesk.Span;
import org.uniongrid.organisation.appointments.Candidates.Candidate;
import org.uniongrid.people.Corrections;
import org.uniongrid.people.PeopleRule;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** Addresses where people are appointed and where their tenures end. */
@Controller
@RequestMapping("/organisation")
class AppointmentsController {

    private static final String APPOINT = "organisation/appointments/appoint";
    private static final String END = "organisation/appointments/end";

    /** Chosen instead of a person who is known. */
    static final String NEWCOMER = "new";

    private final PostBook book;
    private final Candidates candidates;
    private final AppointmentDesk desk;
    private final PostWork work;
    private final Clock clock;

    AppointmentsController(PostBook book, Candidates candidates, AppointmentDesk desk, PostWork work, Clock clock) {
        this.book = book;
        this.candidates = candidates;
        this.desk = desk;
        this.work = work;
        this.clock = clock;
    }

    /** First a name to look for, then whom it finds and the dates. */
    @GetMapping("/posts/{id}/appoint")
    @Permission("organisation.post.edit")
    ModelAndView ask(Actor actor, @PathVariable UUID id, @RequestParam Optional<String> q) {
        var reach = actor.reach("organisation.post.edit");
        var post = book.post(id, reach);
        AppointmentRule.POST_IS_OPEN.require(!post.isClosed());
        var words = q.map(String::strip).orElse("");
        var parts = parts(post, words, reach);
        var form = Form.blank().with("from", LocalDate.now(clock)).with("name", words);
        if (found(parts).isEmpty()) form = form.with("person", NEWCOMER);
        return new ModelAndView(APPOINT, parts).addObject("form", form);
    }

    @PostMapping("/posts/{id}/appoint")
    @Permission("organisation.post.edit")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var reach = actor.reach("organisation.post.edit");
        var post = book.post(id, reach);
        var parts = parts(post, Form.of(typed).value("q").strip(), reach);
        var form = checked(Form.of(typed));
        if (form.isWrong()) return form.again(APPOINT, parts);
        try {
            var name = appoint(actor, post, form);
            Toast.after(
                    next,
                    actor.may("access.account.open") ? "tenure.begun.account" : "tenure.begun",
                    name,
                    post.title());
            return new ModelAndView("redirect:" + post.list());
        } catch (RuleBroken broken) {
            return form.broken(fieldOf(broken), broken).again(APPOINT, parts);
        }
    }

    private Map<String, Object> parts(Post post, String words, Reach reach) {
        var parts = new HashMap<String, Object>();
        parts.put("post", post);
        parts.put("q", words);
        parts.put("found", words.isEmpty() ? List.<Candidate>of() : candidates.named(words, reach));
        return parts;
    }

    private static List<?> found(Map<String, Object> parts) {
        return parts.get("found") instanceof List<?> found ? found : List.of();
    }

    private static Form checked(Form typed) {
        var form = typed.check("person", !typed.value("person").isBlank(), "tenure.person.missing");
        if (typed.value("person").equals(NEWCOMER))
            form = form.require("name")
                    .check("name", typed.value("name").strip().length() <= 100, "tenure.name.long");
        if (typed.value("person").equals(NEWCOMER)) form = Corrections.check(form, Corrections.CONTACTS);
        form = TypedSpan.optional(TypedSpan.required(form, "from"), "until");
        return form;
    }

    /** Tried a second time where somebody else was quicker: then it can be told what stands against it. */
    private String appoint(Actor actor, Post post, Form form) {
        var span = new Span(
                TypedSpan.date(form, "from").orElseThrow(),
                TypedSpan.date(form, "until").orElse(null),
                form.has("acting", "true"));
        if (form.value("person").equals(NEWCOMER)) {
            var newcomer = new Newcomer(form.value("name").strip(), form.value("phone"), form.value("email"));
            evenIfAnotherWasQuicker(() -> desk.appoint(actor, post, newcomer, span));
            return newcomer.name();
        }
        var person = candidates
                .find(idOf(form.value("person")), actor.reach("organisation.post.edit"))
                .orElseThrow();
        evenIfAnotherWasQuicker(() -> desk.appoint(actor, post, person, span));
        return person.name();
    }

    private static UUID idOf(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new NoSuchElementException("No person " + typed.length(), none);
        }
    }

    private static void evenIfAnotherWasQuicker(Runnable deed) {
        try {
            deed.run();
        } catch (DataIntegrityViolationException another) {
            deed.run();
        }
    }

    private static String fieldOf(RuleBroken broken) {
        return switch (broken.rule()) {
            case PeopleRule rule -> rule == PeopleRule.EMAIL_FORM ? "email" : "phone";
            case AppointmentRule rule ->
                switch (rule) {
                    case TENURE_BEGINS_TODAY_OR_LATER -> "from";
                    case TENURE_ENDS_AFTER_IT_BEGINS, STANDING_IN_HAS_AN_END -> "until";
                    case NOBODY_APPOINTS_THEMSELVES,
                            NOBODY_ENDS_THEMSELVES,
                            NOBODY_GIVES_MORE_THAN_THEY_HOLD,
                            NOBODY_TAKES_MORE_THAN_THEY_HOLD,
                            POST_IS_OPEN,
                            POST_IS_VACANT_BEFORE_IT_CLOSES,
                            POST_HAS_ONE_HOLDER,
                            TENURE_ENDS_TODAY_OR_LATER,
                            TENURE_IS_NOT_OVER,
                            ROLES_EXCLUDE_ONE_ANOTHER -> Form.WHOLE;
                };
            default -> Form.WHOLE;
        };
    }

    @GetMapping("/tenures/{id}/end")
    @Permission("organisation.post.edit")
    ModelAndView askToEnd(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var tenure = book.tenure(id, actor.reach("organisation.post.edit"));
        var form = Form.of(typed);
        if (form.value("until").isEmpty()) form = form.with("until", LocalDate.now(clock));
        return new ModelAndView(END, parts(actor, tenure, form)).addObject("form", form);
    }

    @PostMapping("/tenures/{id}/end")
    @Permission("organisation.post.edit")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var tenure = book.tenure(id, actor.reach("organisation.post.edit"));
        var post = book.postOf(tenure);
        var form = TypedSpan.required(Form.of(typed), "until").require("reason");
        form = form.check("reason", form.value("reason").strip().length() <= 200, "tenure.reason.long");
        if (form.isWrong()) return form.again(END, parts(actor, tenure, form));
        try {
            var until = TypedSpan.date(form, "until").orElseThrow();
            desk.end(actor, post, tenure, until, form.value("reason").strip(), HandOnForm.next(form));
            Toast.after(next, "tenure.ended", tenure.name(), post.title());
            return new ModelAndView("redirect:" + post.list());
        } catch (RuleBroken broken) {
            var isOfTheDate = broken.rule() == AppointmentRule.TENURE_ENDS_TODAY_OR_LATER
                    || broken.rule() == AppointmentRule.TENURE_IS_NOT_OVER;
            var field = isOfTheDate ? "until" : Form.WHOLE;
            return form.broken(field, broken).again(END, parts(actor, tenure, form));
        }
    }

    /** What the post has, and who has it from the day that is typed, or from today where none is. */
    private Map<String, Object> parts(Actor actor, Tenure tenure, Form form) {
        var post = book.postOf(tenure);
        var today = LocalDate.now(clock);
        var day = HandOnForm.day(form.value("until"))
                .filter(typed -> typed.isAfter(today))
                .orElse(today);
        return Map.of("tenure", tenure, "post", post, "work", work.of(post.publicId(), day, tenure.publicId(), actor));
    }
}
