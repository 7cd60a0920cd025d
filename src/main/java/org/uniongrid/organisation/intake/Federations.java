package org.uniongrid.organisation.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.DivisionCode;
import org.uniongrid.organisation.Tier;

/** Federations by the division they have their seat in. */
@Component
class Federations {

    /** Rows of the statistical list that group others and have no government of their own. */
    private static final Pattern GROUPING = Pattern.compile("市辖区|县|.*直辖县级行政区划");

    private static final Pattern ZONE = Pattern.compile(".*(开发区|园区|高新区|保税区|管理区).*");

    private final JdbcClient db;
    private final UnitWriter writer;

    Federations(JdbcClient db, UnitWriter writer) {
        this.db = db;
        this.writer = writer;
    }

    /** A federation that has its seat in a division. */
    record Seat(String division, long id, Scope scope) {}

    /** Those of any of the divisions, by code. */
    @Unscoped("where a division belongs is asked before it is known whether that lies within reach")
    Map<String, Seat> seatedIn(Iterable<String> divisions) {
        var codes = new ArrayList<String>();
        divisions.forEach(codes::add);
        var seats = new HashMap<String, Seat>();
        db.sql("""
                        select division, id, scope from organisation.unit
                        where category = 'FEDERATION' and scope is not null and division = any (:codes) order by id desc
                        """).param("codes", codes.toArray(String[]::new)).query(row -> {
            var seat = new Seat(row.getString("division"), row.getLong("id"), new Scope(row.getString("scope")));
            seats.put(seat.division(), seat);
        });
        return seats;
    }

    /** Whether a division lies under a federation that is seen with all below it. Where there is no federation yet, the whole cell must. */
    static boolean isWithin(DivisionCode division, Map<String, Seat> seats, Reach reach) {
        return nearest(division, seats)
                .map(seat -> reach.seesBelow(seat.scope()))
                .orElse(reach instanceof Reach.Cell);
    }

    static Optional<Seat> nearest(DivisionCode division, Map<String, Seat> seats) {
        var own = Optional.ofNullable(seats.get(division.code()));
        return own.or(() -> division.above().stream()
                .filter(seats::containsKey)
                .map(seats::get)
                .findFirst());
    }

    /** Whether a division gets a federation: from city to township, and not where a row only groups others. */
    static boolean isFounded(DivisionCode division, String name) {
        return division.tier().filter(tier -> tier != Tier.PROVINCE).isPresent()
                && !GROUPING.matcher(name).matches();
    }

    /** Founds the federations that are missing, each under that of the nearest division above it. */
    void found(SortedMap<String, String> names) {
        var wanted = names.keySet().stream()
                .map(DivisionCode::new)
                .filter(division -> isFounded(division, names.getOrDefault(division.code(), "")))
                .toList();
        var seats = seatedIn(wanted.stream()
                .flatMap(division -> Stream.concat(Stream.of(division.code()), division.above().stream()))
                .toList());
        var missing = wanted.stream()
                .filter(division -> !seats.containsKey(division.code()))
                .toList();
        var ids = writer.unitIds(missing.size());
        var idOf = new HashMap<String, Long>();
        seats.values().forEach(seat -> idOf.put(seat.division(), seat.id()));
        var units = new ArrayList<NewUnit>();
        for (int i = 0; i < missing.size(); i++) {
            var division = missing.get(i);
            var parent = division.above().stream()
                    .filter(idOf::containsKey)
                    .map(idOf::get)
                    .findFirst();
            idOf.put(division.code(), ids.get(i));
            units.add(federation(ids.get(i), parent, division, names.getOrDefault(division.code(), "")));
        }
        writer.insert(units);
    }

    private static NewUnit federation(long id, Optional<Long> parent, DivisionCode division, String name) {
        var tier = division.tier().orElseThrow();
        var seat = name.endsWith("办事处") ? name.substring(0, name.length() - 3) : name;
        return NewUnit.federation(
                id,
                parent.orElse(null),
                seat + Category.FEDERATION.term(),
                tier == Tier.DISTRICT && ZONE.matcher(name).matches() ? Tier.ZONE : tier,
                division.code());
    }
}
