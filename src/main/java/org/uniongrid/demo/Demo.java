package org.uniongrid.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.access.FirstStart;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportKind;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.exchange.Sheet;
import org.uniongrid.foundation.Actor;
import org.uniongrid.organisation.Posts;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Persons;

/** Puts the demonstration city into a new cell, by the same way that lists take. */
@Component
public class Demo {

    private static final String CADRE = "federation-cadre";

    /** Somebody without a post, to try the pages on the phone with; network 199 1234 is nobody's. */
    private static final String WORKER = "杨志明";

    private static final String WORKERS_PHONE = "19912340001";

    private static final Actor JOB = Actor.system(
            "demo",
            "organisation.division.import",
            "organisation.union.import",
            "organisation.employer.import",
            "organisation.unit.read");

    private final Map<String, ImportKind> kinds;
    private final FirstStart accounts;
    private final UnitDirectory units;
    private final Persons persons;
    private final Identities identities;
    private final Posts posts;
    private final DemoCases cases;
    private final Clock clock;

    Demo(
            List<ImportKind> kinds,
            FirstStart accounts,
            UnitDirectory units,
            Persons persons,
            Identities identities,
            Posts posts,
            DemoCases cases,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::key, kind -> kind));
        this.accounts = accounts;
        this.units = units;
        this.persons = persons;
        this.identities = identities;
        this.posts = posts;
        this.cases = cases;
        this.clock = clock;
    }

    /** The sign-ins of a demonstration and the password they share. */
    public record SignIns(List<Cadre> logins, String password) {}

    /** Loads the city and opens its sign-ins. */
    @Transactional
    public SignIns load() {
        var city = DemoCity.on(LocalDate.now(clock));
        take(
                "divisions",
                city.divisions().stream()
                        .map(division -> Map.of("code", division.code(), "name", division.name()))
                        .toList());
        var unions = new ArrayList<>(city.federations());
        unions.addAll(city.unions());
        take("unions", unions);
        var employers = new ArrayList<>(city.coveredEmployers());
        employers.addAll(city.employersWithoutUnion());
        take("employers", employers);
        var password = accounts.randomPassword();
        city.cadres().forEach(cadre -> open(cadre, password));
        city.secondPosts()
                .forEach(second -> city.cadres().stream()
                        .filter(cadre -> cadre.login().equals(second.login()))
                        .flatMap(cadre -> posts.holder(unit(cadre), cadre.roleKey()).stream())
                        .forEach(person -> posts.appoint(person, CADRE, unit(second), second.title())));
        city.cadres().stream()
                .filter(cadre -> cadre.unitName().startsWith(Geography.ZONE_NAME))
                .findFirst()
                .ifPresent(cadre -> cases.load(cadre, CADRE));
        identities.keep(persons.add(WORKER), IdentityField.PHONE, WORKERS_PHONE);
        return new SignIns(city.cadres(), password);
    }

    private void take(String key, List<Map<String, String>> rows) {
        var kind = kinds.get(key);
        if (kind == null) throw new IllegalStateException("nothing takes in " + key);
        var numbered = new ArrayList<ImportRow>();
        for (var row : rows) numbered.add(ImportRow.of(numbered.size() + 2, cells(row), kind.columns()));
        var sheet = new Sheet(numbered, columns(kind), Map.of());
        var findings = new Findings();
        kind.check(sheet, JOB, findings);
        if (!findings.problems().isEmpty())
            throw new IllegalStateException(
                    "The demonstration has a fault: " + findings.problems().getFirst());
        kind.commit(sheet, JOB);
    }

    private static Set<String> columns(ImportKind kind) {
        return kind.columns().stream().map(column -> column.key()).collect(Collectors.toSet());
    }

    /** Empty cells are absent. */
    private static Map<String, String> cells(Map<String, String> row) {
        var cells = new HashMap<String, String>();
        row.forEach((key, text) -> {
            if (!text.isEmpty()) cells.put(key.replace('_', '-'), text);
        });
        return cells;
    }

    private void open(Cadre cadre, String password) {
        var unit = unit(cadre);
        var chair = cadre.roleKey().equals("union-chair") ? posts.holder(unit, "union-chair") : Optional.<Long>empty();
        if (chair.isPresent()) accounts.openFor(chair.get(), cadre.login(), password, false);
        else accounts.open(cadre.login(), password, false, cadre.personName(), CADRE, unit, cadre.title());
    }

    private UUID unit(Cadre cadre) {
        return units.named(cadre.unitName(), JOB.reach("organisation.unit.read"))
                .orElseThrow();
    }
}
