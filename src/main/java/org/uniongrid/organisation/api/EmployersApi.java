package org.uniongrid.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.api.EmployerItem.EmployerState;
import org.uniongrid.organisation.api.EmployerItem.Standing;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.Programs;

/** Employers for other systems. */
@RestController
@RequestMapping(Programs.ROOT + "/employers")
@Tag(name = "employers")
class EmployersApi {

    private static final String READ = "organisation.employer.read";

    private final Listings listings;
    private final EmployerFeed employers;
    private final UnitDirectory directory;

    EmployersApi(Listings listings, EmployerFeed employers, UnitDirectory directory) {
        this.listings = listings;
        this.employers = employers;
        this.directory = directory;
    }

    @GetMapping
    @Permission(READ)
    @Operation(operationId = "listEmployers", summary = "api.employers.list")
    ResponseEntity<Listing<EmployerItem>> list(
            Actor actor,
            @Parameter(description = "api.under") @RequestParam Optional<UUID> under,
            @Parameter(description = "api.uscc") @RequestParam Optional<String> uscc,
            @Parameter(description = "api.ownership") @RequestParam Optional<String> ownership,
            @Parameter(description = "api.industry.exact") @RequestParam Optional<String> industry,
            @Parameter(description = "api.employer-state") @RequestParam Optional<EmployerState> state,
            @Parameter(description = "api.standing") @RequestParam Optional<Standing> standing,
            @Parameter(description = "api.changed-since")
                    @RequestParam(name = "changed-since")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    Optional<OffsetDateTime> since,
            @Parameter(description = "api.after") @RequestParam Optional<String> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit,
            HttpServletRequest request) {
        var reach = actor.reach(READ);
        var filter = new EmployerFeed.Filter(
                under.map(unit -> directory.find(unit, reach)).map(Found::scope).orElse(null),
                shaped("uscc", uscc, "[0-9A-HJ-NPQRTUWXY]{18}"),
                ownership(ownership),
                shaped("industry", industry, "[A-T]([0-9]{2,4})?"),
                state.orElse(null),
                standing.orElse(null),
                Listings.since(since));
        return listings.page(
                request,
                new Listings.Part(after, limit),
                (position, most) -> employers.rows(reach, filter, position, most));
    }

    private static @Nullable String shaped(String name, Optional<String> value, String pattern) {
        if (value.isPresent() && !value.get().matches(pattern)) throw BadParameters.of(name, "web.problem.unreadable");
        return value.orElse(null);
    }

    private static @Nullable String ownership(Optional<String> code) {
        var codes = Arrays.stream(Ownership.values()).map(Ownership::code).toList();
        if (code.isPresent() && !codes.contains(code.get()))
            throw BadParameters.of(
                    "ownership", "web.problem.none-of", codes.stream().collect(Collectors.joining(", ")));
        return code.orElse(null);
    }

    @GetMapping("/{id}")
    @Permission(READ)
    @Operation(operationId = "getEmployer", summary = "api.employers.one")
    ResponseEntity<EmployerDetail> one(Actor actor, @PathVariable UUID id) {
        return Listings.one(employers.one(id, actor.reach(READ)));
    }
}
