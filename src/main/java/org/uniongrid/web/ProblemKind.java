package org.uniongrid.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Everything that other systems may be told went wrong. The page of the interface explains each under its anchor. */
public enum ProblemKind {
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    BAD_PARAMETERS(HttpStatus.BAD_REQUEST),
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
    TOKEN_UNKNOWN(HttpStatus.UNAUTHORIZED),
    TOKEN_ENDED(HttpStatus.UNAUTHORIZED),
    TOKEN_REVOKED(HttpStatus.UNAUTHORIZED),
    ADDRESS_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    RULE_BROKEN(HttpStatus.UNPROCESSABLE_CONTENT),
    CURSOR_OUTDATED(HttpStatus.GONE),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As in its type, such as {@code token-missing}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of its message; with {@code .text} behind it, of what to do. */
    public String key() {
        return "web.problem." + id();
    }

    static ProblemKind of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> TOKEN_MISSING;
            case 403 -> SCOPE_MISSING;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 410 -> CURSOR_OUTDATED;
            case 422 -> RULE_BROKEN;
            case 429 -> TOO_MANY_REQUESTS;
            default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL;
        };
    }
}
