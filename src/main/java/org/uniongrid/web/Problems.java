package org.uniongrid.web;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs what went wrong, as RFC 9457 has it, in the language they accept. Never what happened inside. */
@Component
public class Problems {

    private final MessageSource messages;
    private final ZoneId zone;
    private final JsonMapper json;

    Problems(MessageSource messages, ZoneId zone, JsonMapper json) {
        this.messages = messages;
        this.zone = zone;
        this.json = json;
    }

    /** Answers for a filter, before any controller is asked. */
    public void send(HttpServletRequest request, HttpServletResponse response, ProblemKind kind) throws IOException {
        response.setStatus(kind.status().value());
        response.setContentType(APPLICATION_PROBLEM_JSON.toString());
        var body = json.writeValueAsBytes(body(request, kind, List.of()));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request, ProblemKind kind) {
        return answer(request, kind, List.of());
    }

    /** The body is written here, so that no wish for another form of it can get in the way. */
    ResponseEntity<byte[]> answer(HttpServletRequest request, ProblemKind kind, List<BadParameters.Fault> faults) {
        return ResponseEntity.status(kind.status())
                .contentType(APPLICATION_PROBLEM_JSON)
                .body(json.writeValueAsString(body(request, kind, faults)).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> body(HttpServletRequest request, ProblemKind kind, List<BadParameters.Fault> faults) {
        var say = new Say(messages, Programs.language(request), zone);
        var id = String.valueOf(request.getAttribute(RequestId.NAME));
        var body = new LinkedHashMap<String, Object>();
        body.put("type", URI.create("/api#" + kind.id()));
        body.put("title", say.of(kind.key()));
        body.put("status", kind.status().value());
        body.put("detail", say.of(kind.key() + ".text"));
        body.put("instance", "urn:uniongrid:request:" + id);
        body.put(RequestId.NAME, id);
        if (!faults.isEmpty())
            body.put(
                    "errors",
                    faults.stream()
                            .map(fault -> Map.of(
                                    "parameter",
                                    fault.parameter(),
                                    "detail",
                                    say.of(fault.key(), fault.values().toArray())))
                            .toList());
        return body;
    }
}
