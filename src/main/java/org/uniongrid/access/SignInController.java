package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Open;
import org.uniongrid.foundation.Unaudited;

/** The sign-in page. The password itself is checked by {@link SignIn}. */
@Controller
class SignInController {

    static final String PROBLEM = "sign-in-problem";

    private static final Map<String, String> PROBLEMS =
            Map.of("LockedException", "sign-in.locked", "DisabledException", "sign-in.disabled");

    @GetMapping("/sign-in")
    @Open("whoever signs in is not signed in yet")
    String form(HttpServletRequest request, Model model) {
        // a worker may go on to the desk, which ends that session
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor && !actor.isWorker())
            return "redirect:/";
        return page(null, "", model);
    }

    @PostMapping("/sign-in/failed")
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    @Open("whoever failed to sign in is not signed in yet")
    @Unaudited("shows a page; each try is in the record of sign-ins")
    String again(
            @RequestAttribute(PROBLEM) Optional<String> problem, @RequestParam Optional<String> login, Model model) {
        var key = problem.map(name -> PROBLEMS.getOrDefault(name, "sign-in.wrong"))
                .orElse(null);
        return page(key, login.orElse(""), model);
    }

    private static String page(@Nullable String problem, String login, Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("login", login);
        return "web/sign-in";
    }
}
