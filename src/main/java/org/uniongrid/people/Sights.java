package org.uniongrid.people;

import java.util.List;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** Whether a person may be seen at all: as one who holds a post, as a member, or as whatever else a module knows them. */
@Component
public class Sights {

    private final List<Sight> sights;

    Sights(List<Sight> sights) {
        this.sights = List.copyOf(sights);
    }

    public boolean sees(Reach reach, long personId) {
        return sights.stream().anyMatch(sight -> sight.sees(reach, personId));
    }
}
