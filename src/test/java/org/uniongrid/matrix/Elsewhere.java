package org.uniongrid.matrix;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;

/** Things that happen beside most of the players: unions are founded, firms grow, people come and are renamed. */
final class Elsewhere {

    private Elsewhere() {}

    static void happens(ApplicationContext house, Fixture fixture, Position position) {
        var union = house.getBean(Union.class);
        var db = house.getBean(JdbcClient.class);
        var unit = fixture.unit(position);
        union.enterprise(unit, "矩新");
        union.employerIn(unit, "矩新企");
        var people = new People(union, db);
        people.account(people.appointed("federation-cadre", unit));
        db.sql("update organisation.unit set staff = 77777, members = 66666, women_members = 5 where id = ?")
                .param(unit.id())
                .update();
        for (var thing : fixture.things)
            if (thing.position() == position && thing.person() > 0)
                db.sql("update people.person set name = '矩改名' where id = ?")
                        .param(thing.person())
                        .update();
    }
}
