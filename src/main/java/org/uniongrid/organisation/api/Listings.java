package org.uniongrid.organisation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.Query;

/** Makes the pages of lists that programs read: so many rows from where the last page ended. */
@Component
class Listings {

    static final int USUAL = 100;
    static final int MOST = 500;

    private final Cursors cursors;
    private final Horizon horizon;

    Listings(Cursors cursors, Horizon horizon) {
        this.cursors = cursors;
        this.horizon = horizon;
    }

    /** How much and from where, as it was asked for. */
    record Part(Optional<String> after, Optional<Integer> limit) {}

    /**
     * One page.
     *
     * @param read asked for rows after a position, one more than a page holds
     */
    <T extends Keyed> ResponseEntity<Listing<T>> page(
            HttpServletRequest request, Part part, BiFunction<Position, Integer, List<T>> read) {
        int limit = part.limit().orElse(USUAL);
        if (limit < 1 || limit > MOST) throw BadParameters.of("limit", "web.problem.between", 1, MOST);
        // before the rows are read: whatever they do not show yet begins later or is open now
        var asOf = part.after().isPresent() ? null : horizon.now();
        var rows = read.apply(part.after().map(cursors::position).orElse(Position.START), limit + 1);
        if (rows.size() <= limit) return answer(new Listing<>(rows, null, asOf));
        var shown = rows.subList(0, limit);
        return answer(
                new Listing<>(List.copyOf(shown), next(request, shown.getLast().position()), asOf));
    }

    private String next(HttpServletRequest request, Position last) {
        var query = request.getQueryString();
        var here = Query.of(request.getRequestURI() + (query == null ? "" : "?" + query));
        return here.with("after", cursors.text(last)).toString();
    }

    private static <T> ResponseEntity<Listing<T>> answer(Listing<T> listing) {
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (listing.next() != null) answer.header(HttpHeaders.LINK, "<" + listing.next() + ">; rel=\"next\"");
        return answer.body(listing);
    }

    /** A time that the database knows too, or null where none was given. */
    static @Nullable OffsetDateTime since(Optional<OffsetDateTime> asked) {
        var since = asked.orElse(null);
        if (since != null && (since.getYear() < 1900 || since.getYear() > 9999))
            throw BadParameters.of("changed-since", "web.problem.no-time");
        return since;
    }

    /** One record. */
    static <T> ResponseEntity<T> one(T record) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(record);
    }
}
