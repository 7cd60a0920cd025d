package org.uniongrid.organisation.chains;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.uniongrid.Union;
import org.uniongrid.Union.Employer;
import org.uniongrid.Union.Unit;
import org.uniongrid.foundation.Actor;

/** A city with two districts, whose cadre keeps chains by their pages. */
abstract class ChainFixture {

    final Union union;
    final MockMvcTester mvc;
    final JdbcClient db;
    final Unit city;
    final Unit east;
    final Unit west;
    final Actor cadre;

    ChainFixture(Union union, MockMvcTester mvc, JdbcClient db) {
        this.union = union;
        this.mvc = mvc;
        this.db = db;
        city = union.city();
        east = union.district(city, "东");
        west = union.district(city, "西");
        cadre = union.cadre(city);
    }

    String created(Unit keeper, String name) {
        var location = create(keeper, name).getResponse().getHeader("Location");
        return Objects.requireNonNull(location);
    }

    MvcTestResult create(Unit keeper, String name) {
        return post(
                cadre,
                "/organisation/chains",
                Map.of("keeper", keeper.publicId().toString(), "name", name, "kind", "INDUSTRY"));
    }

    MvcTestResult lead(String chain, Employer employer, String since, String afterwards) {
        return post(
                cadre,
                chain + "/owner",
                Map.of("employer", employer.publicId().toString(), "since", since, "afterwards", afterwards));
    }

    MvcTestResult add(String chain, Employer employer, String position, String since) {
        return post(
                cadre,
                chain + "/members",
                Map.of("employer", employer.publicId().toString(), "position", position, "since", since));
    }

    MvcTestResult takeOut(String member, String until) {
        return post(cadre, "/organisation/chain-members/" + member + "/end", Map.of("until", until));
    }

    String member(String chain, Employer employer) {
        return db.sql("""
                        select m.public_id::text from organisation.chain_member m
                        join organisation.chain c on c.id = m.chain_id join organisation.employer e on e.id = m.employer_id
                        where c.public_id = ?::uuid and e.public_id = ? and upper_inf(m.during)
                        """)
                .params(id(chain), employer.publicId())
                .query(String.class)
                .single();
    }

    List<String> times(String chain) {
        return db.sql("""
                        select e.name || ' ' || m.position || ' ' || lower(m.during) || ' ' || coalesce(upper(m.during)::text, '-')
                        from organisation.chain_member m join organisation.chain c on c.id = m.chain_id
                        join organisation.employer e on e.id = m.employer_id where c.public_id = ?::uuid
                        """).param(id(chain)).query(String.class).list();
    }

    static String id(String chain) {
        return Arrays.asList(chain.split("/", -1)).getLast();
    }

    String day(int later) {
        return db.sql("select (current_date + ?)::text")
                .param(later)
                .query(String.class)
                .single();
    }

    MvcTestResult get(Actor actor, String path) {
        return mvc.get().uri(path).requestAttr(Actor.class.getName(), actor).exchange();
    }

    MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).requestAttr(Actor.class.getName(), actor);
        form.forEach(request::param);
        return request.exchange();
    }
}
