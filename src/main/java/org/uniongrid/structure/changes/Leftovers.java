package org.uniongrid.structure.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.DatedFacts;
import org.uniongrid.organisation.TreeStep;
import org.uniongrid.organisation.TreeWriter;

/** What came to a unit between the decision that it ends and its last day: employers, and people in posts. */
@Component
@Unscoped("a job settles it and shows nothing")
class Leftovers {

    private final JdbcClient db;
    private final DatedFacts facts;
    private final TreeWriter writer;

    Leftovers(JdbcClient db, DatedFacts facts, TreeWriter writer) {
        this.db = db;
        this.facts = facts;
        this.writer = writer;
    }

    /** Lets it go the way of the rest; what was written for that. */
    List<DatedFacts.Written> settle(Changes.Due due) {
        var order = due.planned().order();
        return switch (order.change()) {
            case Change.Merge it -> settle(it.others(), it.unit(), order);
            case Change.Dissolve it -> settle(List.of(it.unit()), it.cover(), order);
            case Change.Create _, Change.Rename _, Change.Move _, Change.Split _, Change.Suspend _, Change.Resume _ ->
                List.of();
        };
    }

    private List<DatedFacts.Written> settle(List<UUID> ended, @Nullable UUID heir, Order order) {
        var to = heir == null ? null : (Long) id(heir);
        var units = ended.stream().map(this::id).toList();
        var touched = Stream.concat(units.stream(), Stream.ofNullable(to)).toList();
        var before = facts.of(touched);
        var steps = new ArrayList<TreeStep>();
        for (var unit : units) {
            var employers = covered(unit, order.day());
            if (!employers.isEmpty()) steps.add(new TreeStep.Cover(unit, employers, to));
            steps.add(new TreeStep.Close(unit));
        }
        writer.write(steps, order.day(), order.reason());
        return DatedFacts.between(before, facts.of(touched));
    }

    private long id(UUID unit) {
        return db.sql("select id from organisation.unit where public_id = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    private List<Long> covered(long unit, LocalDate day) {
        return db.sql("select employer_id from organisation.cover where unit_id = ? and during && daterange(?, null)")
                .params(unit, day)
                .query(Long.class)
                .list();
    }
}
