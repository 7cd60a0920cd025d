package org.uniongrid.organisation.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitDirectory;

/** Units of the affiliation line, found within somebody's reach. */
@Component
class Units {

    private final UnitDirectory directory;

    Units(UnitDirectory directory) {
        this.directory = directory;
    }

    Unit find(UUID id, Reach reach) {
        return unit(directory.find(id, reach), reach);
    }

    /** Where a reach begins: the units of the posts, or the roots of the whole cell. */
    List<Unit> tops(Reach reach) {
        return directory.tops(reach).stream().map(found -> unit(found, reach)).toList();
    }

    /** From the top of the reach down to a unit's parent. */
    List<Unit> above(Unit unit, Reach reach) {
        var found = new UnitDirectory.Found(unit.id(), unit.publicId(), unit.name(), unit.category(), unit.scope());
        return directory.above(found, reach).stream()
                .map(each -> unit(each, reach))
                .toList();
    }

    private static Unit unit(UnitDirectory.Found found, Reach reach) {
        return new Unit(
                found.id(),
                found.publicId(),
                found.name(),
                found.category(),
                found.scope(),
                reach.under(found.scope()));
    }

    /** The one asked for, or else the first the reach begins with; empty where there are no units yet. */
    Optional<Unit> chosen(Optional<UUID> asked, Reach reach) {
        return asked.isPresent()
                ? Optional.of(find(asked.get(), reach))
                : tops(reach).stream().findFirst();
    }
}
