package org.uniongrid.organisation.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Reach;

/** What is known of the chains that a list names, and of who stands or stood in them. */
@Component
class KnownChains {

    private final JdbcClient db;

    KnownChains(JdbcClient db) {
        this.db = db;
    }

    /** A chain that goes on, kept within reach. */
    record KnownChain(long id, String name) {}

    /**
     * An employer's time in a chain.
     *
     * @param named whether it is within reach and so may be named
     */
    record KnownMember(
            long id,
            long chainId,
            long employerId,
            String name,
            boolean named,
            String position,
            LocalDate since,
            @Nullable LocalDate until) {

        boolean goesOn() {
            return until == null;
        }

        boolean isOverBy(LocalDate day) {
            return until != null && !until.isAfter(day);
        }

        boolean leads() {
            return position.equals("OWNER");
        }
    }

    Map<String, List<KnownChain>> chains(Collection<String> names, Reach reach) {
        return db
                .sql("""
                        select c.id, c.name from organisation.chain c join organisation.unit k on k.id = c.unit_id
                        where c.name = any (:names) and c.ended_on is null and organisation.sees(:reach, k.scope)
                        """)
                .param("names", names.toArray(String[]::new))
                .param("reach", reach.asArray())
                .query(KnownChain.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(KnownChain::name));
    }

    /** By chain, the earliest first. */
    Map<Long, List<KnownMember>> members(Collection<Long> chains, Reach reach) {
        return db
                .sql("""
                        select m.id, m.chain_id, m.employer_id, e.name,
                               coalesce(organisation.sees(:reach, e.scope), false) as named, m.position,
                               lower(m.during) as since, upper(m.during) as until
                        from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                        where m.chain_id = any (:chains) order by m.during, m.id
                        """)
                .param("chains", chains.toArray(Long[]::new))
                .param("reach", reach.asArray())
                .query(KnownMember.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(KnownMember::chainId));
    }
}
