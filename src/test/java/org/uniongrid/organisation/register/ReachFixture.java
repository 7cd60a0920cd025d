package org.uniongrid.organisation.register;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Reach;

/** A city with an east and a west, each with a firm and an employer, and a cadre of the east. */
abstract class ReachFixture {

    final Union union;
    final MockMvcTester mvc;
    final Units units;
    final Union.Unit city;
    final Union.Unit east;
    final Union.Unit west;
    final Union.Unit eastFirm;
    final Union.Unit westFirm;
    final Union.Employer eastEmployer;
    final Union.Employer westEmployer;
    final Actor cadre;

    ReachFixture(Union union, MockMvcTester mvc, Units units) {
        this.union = union;
        this.mvc = mvc;
        this.units = units;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        eastFirm = union.enterprise(east, "同名东");
        westFirm = union.enterprise(west, "同名西");
        eastEmployer = union.employerIn(east, "无会东");
        westEmployer = union.employerIn(west, "无会西");
        cadre = union.cadre(east);
    }

    MvcTestResult get(String path, Actor actor) {
        return mvc.get()
                .uri(java.net.URI.create(
                        path.replace("同名", "%E5%90%8C%E5%90%8D").replace("无会", "%E6%97%A0%E4%BC%9A")))
                .requestAttr(Actor.class.getName(), actor)
                .exchange();
    }

    static Reach reach(Actor actor) {
        return actor.reach("organisation.unit.read");
    }
}
