package org.uniongrid.exchange.imports;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.exchange.Column;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.NotPermitted;

/** What can be taken in, and by whom. */
@Component
class ImportKinds {

    private final List<ImportKind> kinds;

    ImportKinds(List<ImportKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    List<ImportKind> of(Actor actor) {
        return kinds.stream().filter(kind -> actor.may(kind.permission())).toList();
    }

    /** Where what was taken in can be seen. */
    Optional<String> seenAt(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().flatMap(ImportKind::seenAt);
    }

    /** The column by which a person knows a row again. */
    String nameColumn(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .flatMap(kind -> kind.columns().stream())
                .filter(column -> column.isRequired() && column.key().endsWith("name"))
                .map(Column::key)
                .findFirst()
                .orElse("name");
    }

    ImportKind require(String key, Actor actor) {
        var kind = kinds.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("import kind"));
        if (!actor.may(kind.permission())) throw new NotPermitted(kind.permission());
        return kind;
    }
}
