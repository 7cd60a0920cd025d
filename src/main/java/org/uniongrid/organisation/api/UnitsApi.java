package org.uniongrid.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.organisation.UnitDirectory.Found;
import org.uniongrid.organisation.api.UnitItem.UnitState;
import org.uniongrid.web.Programs;

/** Unions for other systems. */
@RestController
@RequestMapping(Programs.ROOT + "/units")
@Tag(name = "units")
class UnitsApi {

    private static final String READ = "organisation.unit.read";

    private final Listings listings;
    private final UnitFeed units;
    private final UnitDetails details;
    private final PostFeed posts;
    private final UnitDirectory directory;

    UnitsApi(Listings listings, UnitFeed units, UnitDetails details, PostFeed posts, UnitDirectory directory) {
        this.listings = listings;
        this.units = units;
        this.details = details;
        this.posts = posts;
        this.directory = directory;
    }

    @GetMapping
    @Permission(READ)
    @Operation(operationId = "listUnits", summary = "api.units.list")
    ResponseEntity<Listing<UnitItem>> list(
            Actor actor,
            @Parameter(description = "api.under") @RequestParam Optional<UUID> under,
            @Parameter(description = "api.category") @RequestParam Optional<Category> category,
            @Parameter(description = "api.state") @RequestParam Optional<UnitState> state,
            @Parameter(description = "api.changed-since")
                    @RequestParam(name = "changed-since")
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    Optional<OffsetDateTime> since,
            @Parameter(description = "api.after") @RequestParam Optional<String> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit,
            HttpServletRequest request) {
        var reach = actor.reach(READ);
        var filter = new UnitFeed.Filter(
                under.map(unit -> directory.find(unit, reach)).map(Found::scope).orElse(null),
                category.orElse(null),
                state.orElse(null),
                Listings.since(since));
        return listings.page(
                request,
                new Listings.Part(after, limit),
                (position, most) -> units.rows(reach, filter, position, most));
    }

    @GetMapping("/{id}")
    @Permission(READ)
    @Operation(operationId = "getUnit", summary = "api.units.one")
    ResponseEntity<UnitDetail> one(Actor actor, @PathVariable UUID id) {
        return Listings.one(details.of(id, actor.reach(READ)));
    }

    @GetMapping("/{id}/children")
    @Permission(READ)
    @Operation(operationId = "listChildren", summary = "api.units.children")
    ResponseEntity<Listing<UnitItem>> children(
            Actor actor,
            @PathVariable UUID id,
            @Parameter(description = "api.after") @RequestParam Optional<String> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit,
            HttpServletRequest request) {
        var reach = actor.reach(READ);
        var unit = directory.find(id, reach);
        return listings.page(
                request,
                new Listings.Part(after, limit),
                (position, most) -> units.children(unit, reach, position, most));
    }

    @GetMapping("/{id}/posts")
    @Permission(READ)
    @Operation(operationId = "listPosts", summary = "api.units.posts")
    ResponseEntity<Listing<PostItem>> posts(
            Actor actor,
            @PathVariable UUID id,
            @Parameter(description = "api.after") @RequestParam Optional<String> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit,
            HttpServletRequest request) {
        var unit = directory.find(id, actor.reach(READ));
        return listings.page(
                request, new Listings.Part(after, limit), (position, most) -> posts.rows(unit, actor, position, most));
    }
}
