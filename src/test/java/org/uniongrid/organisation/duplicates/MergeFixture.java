package org.uniongrid.organisation.duplicates;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A district whose cadre looks at entries that may be one employer. */
abstract class MergeFixture {

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final Union.Unit city;
    final Union.Unit east;
    final Actor cadre;

    MergeFixture(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        city = union.city();
        east = union.district(city, "并");
        cadre = union.cadre(east);
    }

    MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri("/organisation/employers" + path).requestAttr(Actor.class.getName(), cadre);
        new HashMap<>(form).forEach(request::param);
        return request.exchange();
    }
}
