package org.uniongrid.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of a sheet while it is being filled; what nobody fills stays empty. */
final class Row {

    private final Map<String, String> cells = new LinkedHashMap<>();

    Row(Map<String, String> columns) {
        columns.keySet().forEach(key -> cells.put(key, ""));
    }

    Row with(String key, Object value) {
        if (cells.replace(key, value.toString()) == null) throw new IllegalArgumentException("No column " + key);
        return this;
    }

    Row with(Firm firm) {
        return with("uscc", firm.uscc())
                .with("employer_name", firm.name())
                .with("ownership", firm.ownership())
                .with("industry", firm.trade().industry())
                .with("staff", firm.people().staff())
                .with("women", firm.people().women())
                .with("division", firm.division())
                .with("address", firm.address())
                .with(firm.spot());
    }

    Row with(Spot spot) {
        return with("lng", spot.longitude()).with("lat", spot.latitude());
    }

    Row with(Chair chair) {
        return with("chair_name", chair.name()).with("chair_id", chair.id()).with("chair_phone", chair.phone());
    }

    Row with(Term term) {
        return with("founded_on", term.founded())
                .with("term_start", term.start())
                .with("term_end", term.end());
    }

    Map<String, String> done() {
        return Collections.unmodifiableMap(cells);
    }
}
