package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.RuleBroken;

/** Turns what went wrong into a page that says what happened and what to do. Forms catch their own broken rules. */
@ControllerAdvice
class Explains {

    private final Refusals refusals;

    Explains(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object explain(RuleBroken broken, HttpServletRequest request) {
        return Answers.to(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                "web/broken-rule",
                Map.of("rule", broken.rule().key(), "values", broken.values()));
    }

    @ExceptionHandler
    Object refuse(NotPermitted refused, HttpServletRequest request) {
        refusals.note(request, String.valueOf(refused.getMessage()));
        return Answers.to(request, HttpStatus.FORBIDDEN, "web/403", Map.of());
    }

    /** What lies out of reach looks as if it were not there. */
    @ExceptionHandler
    Object hide(NoSuchElementException missing, HttpServletRequest request) {
        return Answers.to(request, HttpStatus.NOT_FOUND, "web/404", Map.of());
    }
}
