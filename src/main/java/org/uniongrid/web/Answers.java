package org.uniongrid.web;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_HTML;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong in the form the asker reads: a page for people, a problem in JSON for other systems. */
final class Answers {

    private Answers() {}

    static Object to(HttpServletRequest request, HttpStatusCode status, String view, Map<String, ?> model) {
        if (wantsJson(request)) return problem(request, status, model);
        var page = new ModelAndView(view, status);
        return page.addAllObjects(model).addObject("status", status.value());
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request, HttpStatusCode status, Map<String, ?> model) {
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty(RequestId.NAME, request.getAttribute(RequestId.NAME));
        model.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Browsers name HTML first; whoever names JSON and no HTML is a program. */
    private static boolean wantsJson(HttpServletRequest request) {
        try {
            var accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return accepted.stream().noneMatch(type -> !type.isWildcardType() && type.includes(TEXT_HTML))
                    && accepted.stream().anyMatch(Answers::isJson);
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

    private static boolean isJson(MediaType type) {
        return !type.isWildcardType()
                && (type.isCompatibleWith(APPLICATION_JSON) || type.isCompatibleWith(APPLICATION_PROBLEM_JSON));
    }
}
