package org.uniongrid.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an export is to hold: the filter of a list, by the names its address has, and keys of columns in their order.
 *
 * @param filter without empty values
 */
public record ExportAsked(Map<String, String> filter, List<String> columns) {

    public ExportAsked {
        filter = Map.copyOf(filter);
        columns = List.copyOf(columns);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(filter.get(name));
    }
}
