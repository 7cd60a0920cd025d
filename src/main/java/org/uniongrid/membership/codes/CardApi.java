package org.uniongrid.membership.codes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.BadParameters.Fault;
import org.uniongrid.web.Programs;

/** Gates of other systems, such as doors of stations: a code is taken once, as at our own. */
@RestController
class CardApi {

    private final CodeDesk desk;

    CardApi(CodeDesk desk) {
        this.desk = desk;
    }

    /**
     * A code that was shown.
     *
     * @param code as the camera read it, or the eight digits
     * @param gate where, up to 40 characters
     */
    @Schema(name = "CardShown")
    record Shown(@Nullable String code, @Nullable String gate) {}

    /**
     * What is said of it.
     *
     * @param name masked
     * @param usedAt where and when it was taken before
     */
    @Schema(name = "CardCheck")
    record Check(
            Verdict verdict,
            @Nullable String name,
            @Nullable String union,
            boolean printed,
            @Nullable String usedAtGate,
            @Nullable Instant usedAt) {}

    @PostMapping(Programs.ROOT + "/card-checks")
    @Permission(GateController.CHECK)
    @Operation(operationId = "checkCard", summary = "api.card-checks.take")
    ResponseEntity<Check> take(Actor actor, @RequestBody Shown shown) {
        var code = shown.code() == null ? "" : shown.code().strip();
        var gate = shown.gate() == null ? "" : shown.gate().strip();
        var faults = new ArrayList<Fault>();
        if (code.isEmpty() || code.length() > Presented.LONGEST)
            faults.add(new Fault("code", "web.problem.length", 1, Presented.LONGEST));
        if (gate.isEmpty() || gate.length() > GateController.LONGEST)
            faults.add(new Fault("gate", "web.problem.length", 1, GateController.LONGEST));
        if (!faults.isEmpty()) throw new BadParameters(faults);
        var outcome = desk.take(actor, code, gate, null);
        var use = outcome.use();
        var check = new Check(
                outcome.verdict(),
                outcome.name(),
                outcome.union(),
                outcome.printed(),
                use == null ? null : use.gate(),
                use == null ? null : use.at());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(check);
    }
}
