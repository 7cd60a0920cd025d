package org.uniongrid.access.tokens;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.organisation.Extent;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** The security administrator's pages of tokens. First how far one reaches is chosen, then the rest is filled in. */
@Controller
@RequestMapping("/access/tokens")
class TokensController {

    private static final String FORM = "access/tokens/form";
    private static final String ROTATE = "access/tokens/rotate";
    private static final String REVOKE = "access/tokens/revoke";
    private static final String ISSUE = "access.token.issue";
    private static final int PER_MINUTE = 120;

    private final Tokens tokens;
    private final TokenList list;
    private final TokenDesk desk;
    private final UnitDirectory units;
    private final Clock clock;

    TokensController(Tokens tokens, TokenList list, TokenDesk desk, UnitDirectory units, Clock clock) {
        this.tokens = tokens;
        this.list = list;
        this.desk = desk;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Permission("access.token.read")
    String all(Actor actor, @RequestParam Optional<UUID> after, @RequestParam Optional<UUID> before, Model model) {
        var cursor = Cursor.of(after.orElse(null), before.orElse(null));
        model.addAttribute("page", list.page(actor.reach("access.token.read"), cursor));
        return "access/tokens/list";
    }

    @GetMapping("/{id}")
    @Permission("access.token.read")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        var reach = actor.reach("access.token.read");
        var token = tokens.find(reach, id).orElseThrow(() -> new NoSuchElementException("token"));
        model.addAttribute("token", token);
        model.addAttribute("secrets", tokens.secrets(reach, token));
        model.addAttribute("now", clock.instant());
        return "access/tokens/token";
    }

    @GetMapping("/new")
    @Permission(ISSUE)
    ModelAndView ask(
            Actor actor,
            @RequestParam Optional<String> q,
            @RequestParam Optional<UUID> unit,
            @RequestParam Optional<Extent> reach) {
        if (unit.isEmpty() && reach.filter(Extent.CELL::equals).isEmpty()) {
            var words = q.map(String::strip).orElse("");
            return new ModelAndView("access/tokens/choose")
                    .addObject("q", words)
                    .addObject("found", units.withWords(words, actor.reach(ISSUE)));
        }
        var form = Form.blank()
                .with("id", UUID.randomUUID())
                .with("unit", unit.orElse(null))
                .with("reach", unit.isEmpty() ? Extent.CELL : Extent.BELOW)
                .with("per-minute", PER_MINUTE)
                .with("last-day", LocalDate.now(clock).plusYears(1));
        return new ModelAndView(FORM, parts(actor, form)).addObject("form", form);
    }

    private Map<String, Object> parts(Actor actor, Form form) {
        var parts = new HashMap<String, Object>();
        TypedToken.id(form.value("unit"))
                .map(unit -> units.find(unit, actor.reach(ISSUE)))
                .ifPresent(unit -> parts.put("unit", unit));
        parts.put("latest", LocalDate.now(clock).plusYears(1));
        return parts;
    }

    @PostMapping
    @Permission(ISSUE)
    ModelAndView issue(Actor actor, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        var parts = parts(actor, Form.of(typed));
        var form = TypedToken.checked(Form.of(typed));
        if (form.isWrong()) return form.again(FORM, parts);
        try {
            var made = TypedToken.read(form);
            var issued = desk.issue(actor, made);
            if (issued.isPresent()) return once(issued.get(), "token.issued");
            Toast.after(next, "token.issued-before");
            return new ModelAndView("redirect:/access/tokens/" + made.id());
        } catch (RuleBroken broken) {
            return TypedToken.broken(form, broken).again(FORM, parts);
        }
    }

    /** The token stands in this answer and nowhere else, so that it is shown once. */
    private static ModelAndView once(TokenDesk.Issued issued, String title) {
        return new ModelAndView("access/tokens/once")
                .addObject("title", title)
                .addObject("token", issued.token())
                .addObject("text", issued.text().text());
    }

    @GetMapping("/{id}/rotate")
    @Permission(ISSUE)
    ModelAndView askToRotate(Actor actor, @PathVariable UUID id) {
        var form =
                Form.blank().with("last-day", LocalDate.now(clock).plusYears(1)).with("grace", 7);
        return new ModelAndView(ROTATE, partsOf(actor, id)).addObject("form", form);
    }

    @PostMapping("/{id}/rotate")
    @Permission(ISSUE)
    ModelAndView rotate(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var parts = partsOf(actor, id);
        var form = TypedToken.checkedChange(Form.of(typed));
        if (form.isWrong()) return form.again(ROTATE, parts);
        try {
            var grace = TypedToken.number(form, "grace", 0, TokenDesk.GRACE).orElseThrow();
            return once(desk.rotate(actor, id, TypedToken.date(form).orElseThrow(), grace), "token.rotated");
        } catch (RuleBroken broken) {
            return TypedToken.broken(form, broken).again(ROTATE, parts);
        }
    }

    @GetMapping("/{id}/revoke")
    @Permission(ISSUE)
    ModelAndView askToRevoke(Actor actor, @PathVariable UUID id) {
        return new ModelAndView(REVOKE, partsOf(actor, id)).addObject("form", Form.blank());
    }

    @PostMapping("/{id}/revoke")
    @Permission(ISSUE)
    ModelAndView revoke(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        var parts = partsOf(actor, id);
        var form = TypedToken.checkedEnd(Form.of(typed));
        if (form.isWrong()) return form.again(REVOKE, parts);
        try {
            var token = desk.revoke(actor, id, form.value("reason").strip());
            Toast.after(next, "token.revoked", token.name());
            return new ModelAndView("redirect:/access/tokens/" + id);
        } catch (RuleBroken broken) {
            return TypedToken.broken(form, broken).again(REVOKE, parts);
        }
    }

    private Map<String, Object> partsOf(Actor actor, UUID id) {
        var token = tokens.find(actor.reach(ISSUE), id).orElseThrow(() -> new NoSuchElementException("token"));
        TokenRule.TOKEN_IS_IN_FORCE.require(!token.isRevoked());
        return new HashMap<>(
                Map.of("token", token, "latest", LocalDate.now(clock).plusYears(1)));
    }
}
