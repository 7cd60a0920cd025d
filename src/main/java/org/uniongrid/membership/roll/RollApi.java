package org.uniongrid.membership.roll;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.membership.MemberState;
import org.uniongrid.membership.Roll;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.Programs;
import org.uniongrid.web.Query;

/** Rolls, read by other systems: names in full, no phones and no numbers. */
@RestController
class RollApi {

    private static final String HERE = Programs.ROOT + "/members";
    private static final int USUAL = 100;
    private static final int MOST = 100;

    private final RollList list;
    private final UnitDirectory units;

    RollApi(RollList list, UnitDirectory units) {
        this.list = list;
        this.units = units;
    }

    /** One member. */
    @Schema(name = "Member")
    record MemberItem(
            UUID id,
            UUID person,
            String name,
            String union,
            @Nullable String employer,
            @Nullable String workerClass,
            MemberState state,
            LocalDate since) {}

    /** Some of them. */
    @Schema(name = "Members")
    record Members(List<MemberItem> items, @Nullable String next) {}

    @GetMapping(HERE)
    @Permission(Roll.READ)
    @Operation(operationId = "listMembers", summary = "api.members.list")
    ResponseEntity<Members> members(
            Actor actor,
            @Parameter(description = "api.members.under") @RequestParam Optional<UUID> under,
            @Parameter(description = "api.members.state") @RequestParam Optional<MemberState> state,
            @Parameter(description = "api.after") @RequestParam Optional<UUID> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit) {
        int most = limit.orElse(USUAL);
        if (most < 1 || most > MOST) throw BadParameters.of("limit", "web.problem.between", 1, MOST);
        var reach = actor.reach(Roll.READ);
        var unit = under.map(id -> units.find(id, reach))
                .or(() -> units.tops(reach).stream().findFirst())
                .orElse(null);
        if (unit == null) return answer(new Members(List.of(), null));
        var filter = new RollFilter(null, state.orElse(null), null, null, null);
        var page = list.page(reach, unit.scope(), filter, Cursor.of(after.orElse(null), null), most);
        var items = page.rows().stream().map(RollApi::item).toList();
        var next = page.after() == null ? null : next(under, state, page.after(), most);
        return answer(new Members(items, next));
    }

    private static ResponseEntity<Members> answer(Members members) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(members);
    }

    private static MemberItem item(RollList.Row row) {
        return new MemberItem(
                row.stay(),
                row.person(),
                row.name(),
                row.unitName(),
                row.employer(),
                row.workerClass(),
                row.state(),
                row.since());
    }

    private static String next(Optional<UUID> under, Optional<MemberState> state, UUID after, int most) {
        var query = Query.of(HERE);
        if (under.isPresent()) query = query.with("under", under.get().toString());
        if (state.isPresent()) query = query.with("state", state.get().name());
        return query.with("after", after.toString())
                .with("limit", String.valueOf(most))
                .toString();
    }
}
