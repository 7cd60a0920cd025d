package org.uniongrid.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTests {

    @Test
    void putsOneValueInAndKeepsTheOthers() {
        assertThat(Query.of("/units?q=a&q=b&state=open").with("after", 7))
                .hasToString("/units?q=a&q=b&state=open&after=7");
        assertThat(Query.of("/units?after=1&q=x").with("after", 2)).hasToString("/units?after=2&q=x");
    }

    @Test
    void takesValuesOutByName() {
        assertThat(Query.of("/units?q=x&after=1").without("after", "before")).hasToString("/units?q=x");
        assertThat(Query.of("/units?after=1").without("after")).hasToString("/units");
    }

    @Test
    void encodesWhatIsPutIn() {
        var query = Query.of("/units").with("q", "工会 & \"x\"=1");

        assertThat(query).hasToString("/units?q=%E5%B7%A5%E4%BC%9A+%26+%22x%22%3D1");
        assertThat(Query.of(query.toString()).get("q")).isEqualTo("工会 & \"x\"=1");
    }

    @Test
    void survivesABrokenAddress() {
        assertThat(Query.of("/units?%zz=%&&x").with("a", 1)).hasToString("/units?%25zz=%25&x=&a=1");
    }
}
