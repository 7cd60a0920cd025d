package org.uniongrid.organisation.chains;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.EmployerPanel;

/** The chains that an employer stands in or stood in, on its page. */
@Component
class EmployerChains implements EmployerPanel {

    private final JdbcClient db;
    private final Clock clock;

    EmployerChains(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A membership; the chain leads nowhere for a reader who reaches it no longer. */
    private record Row(
            UUID publicId,
            String name,
            Position position,
            LocalDate since,
            @Nullable LocalDate until,
            boolean seen) {

        Line line() {
            var span = until == null
                    ? List.<Object>of(since.toString())
                    : List.<Object>of(since.toString(), until.toString());
            return new Line(
                    name,
                    seen ? "/organisation/chains/" + publicId : null,
                    position.key(),
                    until == null ? "unit.from" : "unit.span",
                    span);
        }
    }

    @Override
    public String key() {
        return "chains";
    }

    @Override
    public String title() {
        return "menu.chains";
    }

    @Override
    public String permission() {
        return ChainsController.READ;
    }

    @Override
    public Part of(EmployerDirectory.Found employer, Actor actor) {
        var rows = db.sql("""
                        select c.public_id, c.name, m.position, lower(m.during) as since, upper(m.during) as until,
                               m.during && daterange(:today, null) or organisation.sees(:reach, k.scope) as seen
                        from organisation.chain_member m join organisation.chain c on c.id = m.chain_id
                        join organisation.unit k on k.id = c.unit_id
                        where m.employer_id = :employer order by upper_inf(m.during) desc, lower(m.during) desc, m.id
                        """)
                .param("employer", employer.id())
                .param("today", LocalDate.now(clock))
                .param("reach", actor.reach(ChainsController.READ).asArray())
                .query(Row.class)
                .list();
        return new Part(
                rows.stream().map(Row::line).toList(),
                List.of(),
                "chain.of-employer.none",
                "chain.of-employer.none.text");
    }
}
