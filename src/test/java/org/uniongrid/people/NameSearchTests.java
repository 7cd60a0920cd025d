package org.uniongrid.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.ModuleTest;

/** Any part of a name finds it. */
@ModuleTest
class NameSearchTests {

    private final NameSearch names;
    private final Persons persons;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    NameSearchTests(NameSearch names, Persons persons, JdbcClient db, TransactionTemplate transaction) {
        this.names = names;
        this.persons = persons;
        this.db = db;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(strings = {"古丽·巴哈尔 Ann", "古", "·巴", "哈尔", "ann", "N", "尔 丽·", " ANN　古丽 ", "'古丽"})
    void findsByAnyPartOfAName(String typed) {
        var person = persons.add("古丽·巴哈尔 Ann");
        var found = names.find(typed);
        assertThat(found.persons().contains(person)).isEqualTo(!typed.startsWith("'"));
        assertThat(found.areAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"巴古", "古尔", "古丽 巴哥", "巴_尔", "%"})
    void findsNothingThatStandsOtherwise(String typed) {
        var person = persons.add("古丽·巴哈尔 Ann");
        assertThat(names.find(typed).persons()).doesNotContain(person);
    }

    @Test
    void saysWhereMoreHaveANameThanItNames() {
        for (var more : new int[] {0, 1})
            transaction.executeWithoutResult(status -> {
                db.sql("insert into people.person (name) select '靐' || n from generate_series(1, ?) n")
                        .param(NameSearch.MOST + more)
                        .update();
                var found = names.find("靐");
                assertThat(found.persons()).hasSize(NameSearch.MOST);
                assertThat(found.areAll()).isEqualTo(more == 0);
                status.setRollbackOnly();
            });
    }
}
