package org.uniongrid.organisation.appointments;

import org.uniongrid.foundation.Reach;

/** Which posts a reach sees, as a condition on {@code o}, a row of posts; wants the parameter {@code :reach}. */
final class Sight {

    private Sight() {}

    static String of(Reach reach) {
        return switch (reach) {
            case Reach.Cell _ -> "true";
            case Reach.Units _ -> "o.unit_id in (select unit_id from organisation.within(:reach))";
            case Reach.Self _, Reach.Matters _, Reach.Receipt _ -> "false";
        };
    }
}
