package org.uniongrid.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.uniongrid.foundation.Open;

/** The page for everything no controller answered for. Never shows what happened inside. */
@Controller
class Errors implements ErrorController {

    private final Problems problems;

    Errors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Open("says that something went wrong, to anybody")
    Object show(HttpServletRequest request) {
        var status = statusOf(request);
        if (Programs.ask(request)) return problems.answer(request, ProblemKind.of(status));
        return Answers.to(request, status, viewOf(status), Map.of());
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String viewOf(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> "web/403";
            case NOT_FOUND, GONE -> "web/404";
            case TOO_MANY_REQUESTS -> "web/429";
            default -> status.is4xxClientError() ? "web/400" : "web/500";
        };
    }
}
