package org.uniongrid.matter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.organisation.Category;

/** Where a matter goes on its route from a step: the one place where conditions are judged. */
@Component
@Unscoped("of a matter that was found for its reader")
public class Ways {

    private final JdbcClient db;

    Ways(JdbcClient db) {
        this.db = db;
    }

    /** The next step that is there for this matter, as it stands now. */
    Optional<Step> next(Route route, Step step, Matter matter) {
        var later = route.after(step);
        if (later.stream().limit(1).allMatch(one -> one.condition() == StepCondition.ALWAYS))
            return later.stream().findFirst();
        var facts = facts(matter);
        return later.stream().filter(one -> one.condition().holds(facts)).findFirst();
    }

    /** Where it may be sent back to: the earlier steps that it has been at, and the asker's last. */
    public List<Step> back(Route route, Step step, Matter matter) {
        var been = new HashSet<>(
                db.sql("select distinct step from matter.task where matter_id = ? and kind = 'STEP' and state = 'DONE'")
                        .param(matter.id())
                        .query(String.class)
                        .list());
        return route.before(step).stream()
                .filter(one -> one.isAskers() || been.contains(one.key()))
                .toList();
    }

    private StepCondition.Facts facts(Matter matter) {
        return db.sql("""
                        select case when a.id is null then 'BELOW' when starts_with(a.scope, b.scope) then 'BELOW' when starts_with(b.scope, a.scope) then 'ABOVE'
                                   else 'ELSEWHERE' end as side,
                               a.category,
                               exists (select from matter.paper p where p.matter_id = m.id and p.removed_at is null
                                   and p.audience = 'ALL') as papers
                        from matter.matter m left join organisation.unit a on a.id = m.unit_id
                        join organisation.unit b on b.id = m.asked_id where m.id = ?
                        """)
                .param(matter.id())
                .query((row, number) -> new StepCondition.Facts(
                        StepCondition.Side.valueOf(row.getString("side")),
                        row.getString("category") != null
                                && Category.valueOf(row.getString("category")).isBase(),
                        row.getBoolean("papers")))
                .single();
    }
}
