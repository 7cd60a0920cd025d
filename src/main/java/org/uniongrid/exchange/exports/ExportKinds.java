package org.uniongrid.exchange.exports;

import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.ExportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.NotPermitted;

/** What can be taken along, and by whom. */
@Component
class ExportKinds {

    private final List<ExportKind> kinds;

    ExportKinds(List<ExportKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    ExportKind require(String key, Actor actor) {
        var kind = named(key);
        if (!actor.may(kind.permission())) throw new NotPermitted(kind.permission());
        return kind;
    }

    ExportKind named(String key) {
        return kinds.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("export kind"));
    }
}
