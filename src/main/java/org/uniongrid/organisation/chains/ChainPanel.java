package org.uniongrid.organisation.chains;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.EmployerDirectory;
import org.uniongrid.organisation.EmployerPanel;

/** On an employer's page: the chains it stands or stood in. Whoever sees the employer sees these. */
@Component
@Order(50)
class ChainPanel implements EmployerPanel {

    private final JdbcClient db;

    ChainPanel(JdbcClient db) {
        this.db = db;
    }

    private record Place(
            UUID chain,
            String name,
            String keeper,
            Position position,
            LocalDate since,
            @Nullable LocalDate until,
            boolean open) {}

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
        var lines = db
                .sql("""
                        select c.public_id as chain, c.name, k.name as keeper, m.position, lower(m.during) as since,
                               upper(m.during) as until,
                               upper_inf(m.during) or coalesce(organisation.sees(:reach, k.scope), false) as open
                        from organisation.chain_member m
                        join organisation.chain c on c.id = m.chain_id join organisation.unit k on k.id = c.unit_id
                        where m.employer_id = :employer order by m.during desc, m.id desc
                        """)
                .param("employer", employer.id())
                .param("reach", actor.reach(permission()).asArray())
                .query(Place.class)
                .list()
                .stream()
                .map(ChainPanel::line)
                .toList();
        return new Part(lines, List.of(), "chain.stands.none", "chain.stands.none.text");
    }

    private static Line line(Place place) {
        return new Line(
                place.name(),
                place.open() ? "/organisation/chains/" + place.chain() : null,
                place.position().key(),
                place.until() == null ? "chain.stands.since" : "chain.stands.span",
                place.until() == null
                        ? List.of(place.keeper(), place.since().toString())
                        : List.of(
                                place.keeper(),
                                place.since().toString(),
                                place.until().toString()));
    }
}
