package org.uniongrid.structure.changes;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.DatedFacts;

/** What all histories share: the house, a city of their own and somebody who works there. */
record Stage(
        JdbcClient db,
        ChangeDesk desk,
        UndoDesk undo,
        Planner planner,
        DatedFacts facts,
        PassingDays days,
        Union.Unit city,
        Actor actor,
        List<UUID> employers) {

    static Stage of(ApplicationContext house, Union union) {
        var city = union.city();
        var employers = List.of(union.employerIn(city, "甲"), union.employerIn(city, "乙"), union.employerIn(city, "丙"));
        return new Stage(
                house.getBean(JdbcClient.class),
                house.getBean(ChangeDesk.class),
                house.getBean(UndoDesk.class),
                house.getBean(Planner.class),
                house.getBean(DatedFacts.class),
                new PassingDays(house),
                city,
                union.cadre(city),
                employers.stream().map(Union.Employer::publicId).toList());
    }
}
