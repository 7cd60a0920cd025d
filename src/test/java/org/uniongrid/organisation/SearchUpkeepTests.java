package org.uniongrid.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;
import org.uniongrid.Union;
import org.uniongrid.foundation.Bigrams;

@ModuleTest
class SearchUpkeepTests {

    private final SearchUpkeep upkeep;
    private final Union union;
    private final JdbcClient db;

    SearchUpkeepTests(SearchUpkeep upkeep, Union union, JdbcClient db) {
        this.upkeep = upkeep;
        this.union = union;
        this.db = db;
    }

    @Test
    void writesAnewWhatAnOlderVersionWroteOnce() {
        var firm = union.employerIn(union.city(), "旧写云海");
        var now = search(firm);
        assertThat(now).contains("'~jxyh'", "'~xyh");
        older(firm);
        db.sql("update organisation.search_text set version = 0").update();
        upkeep.catchUp();
        assertThat(search(firm)).isEqualTo(now);
        older(firm);
        upkeep.catchUp();
        assertThat(search(firm))
                .as("written once: nobody writes otherwise any more")
                .isNotEqualTo(now);
    }

    private void older(Union.Employer firm) {
        db.sql("update organisation.employer set search = ?::tsvector where public_id = ?")
                .params(Bigrams.vector(firm.name(), firm.creditCode()), firm.publicId())
                .update();
    }

    private String search(Union.Employer firm) {
        return db.sql("select search::text from organisation.employer where public_id = ?")
                .param(firm.publicId())
                .query(String.class)
                .single();
    }
}
