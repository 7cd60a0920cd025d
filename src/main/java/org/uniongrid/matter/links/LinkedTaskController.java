package org.uniongrid.matter.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Client;
import org.uniongrid.access.Limit;
import org.uniongrid.access.RateLimits;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.PaperDownload;
import org.uniongrid.matter.Papers;
import org.uniongrid.matter.SentFiles;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;
import org.uniongrid.web.TypedKey;

/** The pages behind a one-task link. Before the phone is proven they name neither what is asked nor by whom. */
@Controller
@RequestMapping(LinkedTaskController.PATH)
class LinkedTaskController {

    static final String PATH = "/t";

    static final String PROOF = "ug_task";
    private static final String WHY =
            "whoever got the link does not sign in; the link and a code to the phone are the key";
    private static final String PROVE = "matter/links/prove";
    private static final String TASK = "matter/links/task";
    private static final int LONGEST = 2_000;
    private static final Limit BY_ADDRESS = new Limit("task-link-open", 600, Duration.ofMinutes(10));
    private static final Limit CODES = new Limit("task-link-codes", 3, Duration.ofHours(1));
    private static final Limit TRIES = new Limit("task-link-tries", 10, Duration.ofHours(1));

    private final LinkedTask linked;
    private final Matters matters;
    private final Papers papers;
    private final RateLimits limits;
    private final Clock clock;

    LinkedTaskController(LinkedTask linked, Matters matters, Papers papers, RateLimits limits, Clock clock) {
        this.linked = linked;
        this.matters = matters;
        this.papers = papers;
        this.limits = limits;
        this.clock = clock;
    }

    /** Nobody tries addresses for nothing, and no search engine keeps one. */
    @ModelAttribute
    void guard(HttpServletRequest request, HttpServletResponse response) {
        limits.require(BY_ADDRESS, Client.of(request).network());
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping("/done")
    @Open("says thanks, and nothing of what was done")
    String done() {
        return "matter/links/done";
    }

    @GetMapping("/{token}")
    @Open(WHY)
    ModelAndView show(@PathVariable String token, @CookieValue(name = PROOF, required = false) @Nullable String proof) {
        var opened = linked.open(token).orElse(null);
        if (opened == null) return gone();
        return linked.isProven(opened, proof)
                ? new ModelAndView(TASK, task(token, opened)).addObject("form", Form.blank())
                : new ModelAndView(PROVE, neutral(token, opened)).addObject("form", Form.blank());
    }

    @PostMapping("/{token}/code")
    @Open(WHY)
    ModelAndView code(@PathVariable String token) {
        var opened = linked.open(token).orElse(null);
        if (opened == null) return gone();
        limits.require(CODES, String.valueOf(opened.link().personId()));
        linked.sendCode(opened);
        return new ModelAndView("redirect:" + PATH + "/" + token);
    }

    @PostMapping("/{token}/proof")
    @Open(WHY)
    ModelAndView prove(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = linked.open(token).orElse(null);
        if (opened == null) return gone();
        limits.require(TRIES, String.valueOf(opened.link().id()));
        var proof = linked.prove(opened, Form.of(typed).value("code").replaceAll("\\s", ""));
        if (proof.isEmpty())
            return Form.blank().wrong("code", LinkRule.LINK_CODE_IS_RIGHT.key()).again(PROVE, neutral(token, opened));
        var cookie = ResponseCookie.from(PROOF, proof.get())
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return new ModelAndView("redirect:" + PATH + "/" + token);
    }

    @PostMapping("/{token}/act/{action}")
    @Open(WHY)
    ModelAndView act(
            @PathVariable String token,
            @PathVariable String action,
            @CookieValue(name = PROOF, required = false) @Nullable String proof,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        var opened = linked.open(token).orElse(null);
        if (opened == null) return gone();
        if (!linked.isProven(opened, proof)) return new ModelAndView("redirect:" + PATH + "/" + token);
        var form = Form.of(typed).with("action", Action.at(action).name());
        var words = form.value("words").strip();
        var least = Action.at(action).words() == Action.Words.ASKED ? 2 : 0;
        var checked = form.check("words", words.length() >= least && words.length() <= LONGEST, "matter.words.length");
        if (checked.isWrong()) return checked.again(TASK, task(token, opened));
        try {
            var accepted = accepted(opened, Action.at(action), files);
            linked.act(
                    opened,
                    Action.at(action),
                    words.isEmpty() ? null : words,
                    accepted,
                    TypedKey.of(form.value("key")));
        } catch (RuleBroken broken) {
            return form.broken(Form.WHOLE, broken).again(TASK, task(token, opened));
        }
        if (linked.open(token).isEmpty()) return new ModelAndView("redirect:" + PATH + "/done");
        Toast.after(next, Action.at(action).done());
        return new ModelAndView("redirect:" + PATH + "/" + token);
    }

    /** Nothing is laid down for what may not be done. */
    private List<Papers.Accepted> accepted(
            LinkedTask.Opened opened, Action action, MultiValueMap<String, MultipartFile> files) throws IOException {
        if (!action.mayBringPapers() || !linked.allowed(opened).contains(action)) return List.of();
        return papers.accept(SentFiles.of(files.getOrDefault("files", List.of())));
    }

    @GetMapping("/{token}/papers/{paper}")
    @Open(WHY)
    ResponseEntity<byte[]> paper(
            @PathVariable String token,
            @PathVariable UUID paper,
            @RequestParam MultiValueMap<String, String> asked,
            @CookieValue(name = PROOF, required = false) @Nullable String proof,
            HttpServletResponse response) {
        var opened = linked.open(token).orElse(null);
        if (opened == null || !linked.isProven(opened, proof))
            return ResponseEntity.status(HttpStatus.GONE).build();
        return PaperDownload.of(
                papers.give(opened.actor(), opened.matter().publicId(), paper), asked.containsKey("show"), response);
    }

    private static ModelAndView gone() {
        return new ModelAndView("matter/links/gone", HttpStatus.GONE);
    }

    private Map<String, Object> neutral(String token, LinkedTask.Opened opened) {
        var parts = new HashMap<String, Object>();
        parts.put("token", token);
        parts.put("opened", opened);
        parts.put("today", LocalDate.now(clock));
        return parts;
    }

    private Map<String, Object> task(String token, LinkedTask.Opened opened) {
        var parts = neutral(token, opened);
        parts.put("timeline", matters.timeline(opened.matter()));
        parts.put("shelf", papers.of(opened.matter()));
        parts.put("allowed", linked.allowed(opened));
        parts.put("key", TypedKey.fresh());
        return parts;
    }
}
