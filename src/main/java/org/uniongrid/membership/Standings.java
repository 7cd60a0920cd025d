package org.uniongrid.membership;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;
import org.uniongrid.foundation.Scope;

/** How many members of a subtree stand where with the roll above. */
@Component
public class Standings {

    /** Counts stop here; more than this says so. */
    public static final int COUNTED = 10_000;

    private final JdbcClient db;

    Standings(JdbcClient db) {
        this.db = db;
    }

    /** Each counted up to {@value #COUNTED} and one. */
    public Map<Standing, Integer> of(Reach reach, Scope under) {
        var seen = reach.under(under);
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        for (var standing : Standing.values())
            counts.put(
                    standing,
                    db.sql(
                                    "select count(*) from (select from membership.stay s where s.scope >= :from and s.scope < :to and "
                                            + standing.sql() + " order by s.scope, s.id limit :most) found")
                            .param("from", seen.from())
                            .param("to", seen.to())
                            .param("most", COUNTED + 1)
                            .query(Integer.class)
                            .single());
        return counts;
    }
}
