package org.uniongrid.web;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.RuleBroken;

/** Turns what went wrong into a page that says what happened and what to do. Forms catch their own broken rules. */
@ControllerAdvice
class Explains {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String explain(RuleBroken broken, Model model) {
        model.addAttribute("rule", broken.rule().key());
        return "web/broken-rule";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refuse(NotPermitted refused) {
        return "web/403";
    }

    /** What lies out of reach looks as if it were not there. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String hide(NoSuchElementException missing) {
        return "web/404";
    }
}
