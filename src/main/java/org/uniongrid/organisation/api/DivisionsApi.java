package org.uniongrid.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Permission;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.Programs;

/** The statistical codes that unions and employers name: the same for everybody. */
@RestController
@RequestMapping(Programs.ROOT + "/divisions")
@Tag(name = "divisions")
class DivisionsApi {

    private final Listings listings;
    private final JdbcClient db;

    DivisionsApi(Listings listings, JdbcClient db) {
        this.listings = listings;
        this.db = db;
    }

    @GetMapping
    @Permission("organisation.unit.read")
    @Operation(operationId = "listDivisions", summary = "api.divisions.list")
    ResponseEntity<Listing<DivisionItem>> list(
            Actor actor,
            @Parameter(description = "api.division.under") @RequestParam Optional<String> under,
            @Parameter(description = "api.after") @RequestParam Optional<String> after,
            @Parameter(description = "api.limit") @RequestParam Optional<Integer> limit,
            HttpServletRequest request) {
        if (under.isPresent() && !under.get().matches("[0-9]{2,12}"))
            throw BadParameters.of("under", "web.problem.unreadable");
        return listings.page(
                request, new Listings.Part(after, limit), (position, most) -> rows(under.orElse(""), position, most));
    }

    private List<DivisionItem> rows(String under, Position after, int limit) {
        return db.sql("""
                        select code, name, parent from organisation.division
                        where code >= :under collate "C" and code < (:under || ':') collate "C" and code > :code collate "C"
                        order by code limit :limit
                        """)
                .param("under", under)
                .param("code", after.path())
                .param("limit", limit)
                .query(DivisionItem.class)
                .list();
    }
}
