package org.uniongrid.access.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uniongrid.access.Account;
import org.uniongrid.access.ActorFilter;
import org.uniongrid.access.Client;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.SignedIn;
import org.uniongrid.people.Corrections;
import org.uniongrid.web.Form;
import org.uniongrid.web.Toast;

/** One's own phone and e-mail, changed with one's password. */
@Controller("ownContactController")
@RequestMapping("/account/contact")
class ContactController {

    private static final String PAGE = "access/own/contact";

    private final ContactDesk desk;

    ContactController(ContactDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @SignedIn("one's own phone and e-mail")
    ModelAndView ask(Actor actor, @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account) {
        return new ModelAndView(PAGE, parts(actor, account)).addObject("form", Form.blank());
    }

    @PostMapping
    @SignedIn("one's own phone and e-mail")
    ModelAndView change(
            Actor actor,
            @RequestAttribute(ActorFilter.ACCOUNT_ATTRIBUTE) Account account,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var form = Corrections.checkAny(Form.of(typed), Corrections.CONTACTS).require("now");
        if (form.isWrong()) return form.again(PAGE, parts(actor, account));
        try {
            var wanted = Corrections.of(form, Corrections.CONTACTS);
            desk.change(actor, account, Client.of(request), form.value("now"), wanted);
        } catch (RuleBroken broken) {
            return form.broken("now", broken).again(PAGE, parts(actor, account));
        }
        Toast.after(next, "contact.changed");
        return new ModelAndView("redirect:/account");
    }

    private Map<String, Object> parts(Actor actor, Account account) {
        return Map.of("masked", desk.kept(actor).masked(), "fields", Corrections.CONTACTS, "login", account.login());
    }
}
