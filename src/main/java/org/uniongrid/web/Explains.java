package org.uniongrid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.RuleBroken;

/** Turns what went wrong into a page that says what happened and what to do. Forms catch their own broken rules. */
@ControllerAdvice
class Explains {

    private final Refusals refusals;
    private final Problems problems;

    Explains(Refusals refusals, Problems problems) {
        this.refusals = refusals;
        this.problems = problems;
    }

    @ExceptionHandler
    Object explain(RuleBroken broken, HttpServletRequest request) {
        if (Programs.ask(request))
            return problems.answer(
                    request,
                    ProblemKind.RULE_BROKEN,
                    List.of(new BadParameters.Fault("", broken.rule().key(), broken.values())));
        return Answers.to(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                "web/broken-rule",
                Map.of("rule", broken.rule().key(), "values", broken.values()));
    }

    @ExceptionHandler
    Object refuse(NotPermitted refused, HttpServletRequest request, HttpServletResponse response) {
        var permission = String.valueOf(refused.getMessage());
        refusals.note(request, permission);
        if (Programs.ask(request)) {
            var scope = "Bearer error=\"insufficient_scope\", scope=\"" + permission + "\"";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scope);
            return problems.answer(request, ProblemKind.SCOPE_MISSING);
        }
        return Answers.to(request, HttpStatus.FORBIDDEN, "web/403", Map.of());
    }

    /** What lies out of reach looks as if it were not there. */
    @ExceptionHandler
    Object hide(NoSuchElementException missing, HttpServletRequest request) {
        if (Programs.ask(request)) return problems.answer(request, ProblemKind.NOT_FOUND);
        return Answers.to(request, HttpStatus.NOT_FOUND, "web/404", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tell(BadParameters bad, HttpServletRequest request) {
        return problems.answer(request, ProblemKind.BAD_PARAMETERS, bad.faults());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tell(CursorOutdated outdated, HttpServletRequest request) {
        return problems.answer(request, ProblemKind.CURSOR_OUTDATED);
    }
}
