package org.uniongrid.organisation.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Cursor;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitState;
import org.uniongrid.web.Option;

/** Unions are narrowed by every filter together; nothing is offered or understood that narrows to nobody in reach. */
@ModuleTest
class FilterTests extends FilterFixture {

    private final UnitList unitList;
    private final ListChoices choices;

    FilterTests(Union union, UnitList unitList, ListChoices choices, JdbcClient db) {
        super(union, db);
        this.unitList = unitList;
        this.choices = choices;
    }

    @Test
    void unionsAreThoseThatFulfilAllFilters() {
        for (var state : UnitState.values())
            for (var term : UnitFilter.Term.values()) {
                var values = Map.of(
                        "state", state.name(), "term", term.name(), "category", "JOINT", "line", line.toString());
                var expected = db
                        .sql("""
                                select u.public_id, u.term_to from organisation.unit u
                                join organisation.place p on p.unit_id = u.id
                                join organisation.line l on l.id = p.line_id and l.public_id = ?
                                where u.state = ? and u.category = 'JOINT' and u.term_to is not null
                                """)
                        .params(line, state.name())
                        .query((row, number) ->
                                Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
                        .list()
                        .stream()
                        .filter(one -> isIn(term.name()).test(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
                var found = unitList.page(reach, city.scope(), UnitFilter.of(values), Cursor.START);
                assertThat(found.rows().stream().map(UnitList.Row::publicId))
                        .as(values.toString())
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        assertThat(EmployerFilter.of(
                        Map.of("state", "x", "chain", "no id", "origin", "somewhere", "size", "", "industry", "Z")))
                .isEqualTo(EmployerFilter.NONE);
        assertThat(UnitFilter.of(Map.of("line", "'; --", "category", "x"))).isEqualTo(UnitFilter.NONE);
    }

    @Test
    void aChainThatNobodyInReachStandsInIsNoChoice() {
        var below = new Reach.Units(List.of(district.scope()));
        var elsewhere = new Reach.Units(List.of(unions.get(7).scope()), List.of());
        assertThat(choices.chains(reach)).extracting(Option::label).containsExactly("滤链");
        assertThat(choices.chains(below)).extracting(Option::label).containsExactly("滤链");
        assertThat(choices.lines(reach)).extracting(Option::label).contains(lineName());
        assertThat(choices.lines(elsewhere)).extracting(Option::label).doesNotContain(lineName());
    }
}
