package org.uniongrid.organisation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.uniongrid.ModuleTest;
import org.uniongrid.Program;
import org.uniongrid.Union;
import org.uniongrid.access.tokens.Issued;

/**
 * Every kind of token at every address on records in every place, from the door on. What people get by the same
 * endpoints is in the matrix of the house.
 */
@ModuleTest
class ApiMatrixTests {

    private static final String UNIT = "organisation.unit.read";
    private static final String EMPLOYER = "organisation.employer.read";
    private static final String POST = "organisation.post.read";

    private final Union union;
    private final Issued issued;
    private final int port;

    ApiMatrixTests(Union union, ApplicationContext house, @LocalServerPort int port) {
        this.union = union;
        this.issued = new Issued(house);
        this.port = port;
    }

    private enum Position {
        OWN,
        CHILD,
        SIBLING,
        PARENT,
        ELSEWHERE;

        boolean isWithin() {
            return this == OWN || this == CHILD;
        }
    }

    /** What stands in a place, and the words by which it would be known. */
    private record Spot(Union.Unit unit, Union.Employer employer, String holder) {

        List<String> words() {
            return List.of(
                    unit.name(),
                    unit.publicId().toString(),
                    employer.name(),
                    employer.publicId().toString(),
                    employer.creditCode(),
                    holder);
        }
    }

    /** A kind of token, how it is made, and what is answered to it; nothing where it works. */
    private enum Kind {
        WITH_SCOPES(Issued::token, ""),
        WITHOUT_SCOPE(Issued::token, "scope-missing"),
        ENDED(Issued::ended, "token-ended"),
        REVOKED(Issued::revoked, "token-revoked"),
        FROM_ELSEWHERE(Issued::elsewhere, "address-not-allowed");

        private interface Maker {
            String make(Issued issued, Union.Unit unit, String... scopes);
        }

        private final transient Maker maker;
        private final String problem;

        Kind(Maker maker, String problem) {
            this.maker = maker;
            this.problem = problem;
        }
    }

    /** An address, the scope it needs, and how a record of a place is asked for there. */
    private enum Address {
        UNITS(UNIT, spot -> "/api/v1/units?limit=500"),
        UNITS_UNDER(UNIT, spot -> "/api/v1/units?limit=500&under=" + spot.unit().publicId()),
        UNIT_ITSELF(UNIT, spot -> "/api/v1/units/" + spot.unit().publicId()),
        CHILDREN(UNIT, spot -> "/api/v1/units/" + spot.unit().publicId() + "/children"),
        POSTS(UNIT, spot -> "/api/v1/units/" + spot.unit().publicId() + "/posts"),
        EMPLOYERS(EMPLOYER, spot -> "/api/v1/employers?limit=500"),
        EMPLOYERS_UNDER(
                EMPLOYER,
                spot -> "/api/v1/employers?limit=500&under=" + spot.unit().publicId()),
        EMPLOYER_BY_CODE(
                EMPLOYER, spot -> "/api/v1/employers?uscc=" + spot.employer().creditCode()),
        EMPLOYER_ITSELF(EMPLOYER, spot -> "/api/v1/employers/" + spot.employer().publicId());

        private final String scope;
        private final transient Function<Spot, String> path;

        Address(String scope, Function<Spot, String> path) {
            this.scope = scope;
            this.path = path;
        }

        /** Whether a place out of reach is answered like what does not exist; a list without one just leaves it out. */
        boolean namesARecord() {
            return this != UNITS && this != EMPLOYERS && this != EMPLOYER_BY_CODE;
        }

        List<String> scopesBut(boolean without) {
            var all = new ArrayList<>(List.of(UNIT, EMPLOYER, POST));
            if (without) all.remove(scope);
            return all;
        }
    }

    @Test
    void everyTokenGetsWhatItMayAndNothingElse() {
        var spots = spots();
        var own = at(spots, Position.OWN);
        var faults = new ArrayList<String>();
        for (var address : Address.values())
            for (var kind : Kind.values()) {
                var scopes = address.scopesBut(kind == Kind.WITHOUT_SCOPE).toArray(String[]::new);
                var program = new Program(port, kind.maker.make(issued, own.unit(), scopes));
                for (var position : Position.values()) {
                    var fault = fault(program, kind, address, position, spots);
                    if (!fault.isEmpty()) faults.add(kind + " " + address + " " + position + ": " + fault);
                }
            }
        assertThat(faults).isEmpty();
    }

    private static String fault(
            Program program, Kind kind, Address address, Position position, Map<Position, Spot> spots) {
        var asked = address.path.apply(at(spots, position));
        var answer = program.get(asked);
        var body = answer.body();
        for (var other : Position.values())
            if (!other.isWithin() || !kind.problem.isEmpty())
                for (var word : at(spots, other).words()) if (body.contains(word)) return "shows " + word;
        if (!kind.problem.isEmpty()) return same(kind.problem, Program.problem(answer));
        if (!position.isWithin())
            return address.namesARecord()
                    ? same("not-found", Program.problem(answer))
                    : same("200", "" + answer.statusCode());
        if (answer.statusCode() != 200) return "answers " + answer.statusCode();
        return shows(address, position, spots, body) ? "" : "does not show it";
    }

    private static boolean shows(Address address, Position position, Map<Position, Spot> spots, String body) {
        var spot = at(spots, position);
        return switch (address) {
            case UNITS ->
                body.contains(at(spots, Position.OWN).unit().name())
                        && body.contains(at(spots, Position.CHILD).unit().name());
            case UNITS_UNDER, UNIT_ITSELF -> body.contains(spot.unit().name());
            case CHILDREN ->
                position == Position.CHILD
                        || body.contains(at(spots, Position.CHILD).unit().name());
            case POSTS -> body.contains(spot.holder());
            case EMPLOYERS, EMPLOYERS_UNDER, EMPLOYER_BY_CODE, EMPLOYER_ITSELF ->
                body.contains(spot.employer().creditCode());
        };
    }

    private static String same(String expected, String found) {
        return expected.equals(found) ? "" : "answers " + found + " where it should be " + expected;
    }

    private Map<Position, Spot> spots() {
        var city = union.city();
        var east = union.district(city, "令矩东");
        var spots = new EnumMap<Position, Spot>(Position.class);
        spots.put(Position.PARENT, spot(city));
        spots.put(Position.OWN, spot(east));
        spots.put(Position.SIBLING, spot(union.district(city, "令矩西")));
        spots.put(Position.CHILD, spot(union.street(east, "令矩南")));
        spots.put(Position.ELSEWHERE, spot(union.district(union.city(), "令矩北")));
        return spots;
    }

    private Spot spot(Union.Unit unit) {
        return new Spot(
                unit,
                union.employerIn(unit, "令矩企"),
                union.holder("union-chair", unit).name());
    }

    private static Spot at(Map<Position, Spot> spots, Position position) {
        var spot = spots.get(position);
        if (spot == null) throw new IllegalStateException(position.name());
        return spot;
    }
}
