package org.uniongrid.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of matters that the modules declare. */
@Component
public class MatterKinds {

    private final Map<String, MatterKind> kinds;

    MatterKinds(List<MatterKind> kinds) {
        this.kinds = new TreeMap<>(kinds.stream().collect(Collectors.toMap(MatterKind::key, Function.identity())));
    }

    /** @throws NoSuchElementException where there is none of this name */
    public MatterKind of(String key) {
        var kind = kinds.get(key);
        if (kind == null) throw new NoSuchElementException("No kind " + key);
        return kind;
    }

    public Collection<MatterKind> all() {
        return kinds.values();
    }
}
