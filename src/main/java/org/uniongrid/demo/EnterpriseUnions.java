package org.uniongrid.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The enterprise unions of the development zone, spread unevenly over its parks. */
final class EnterpriseUnions {

    private static final List<String> PLACES = List.of("云州", "云州", "云州", "云州", "云州高新", "云岭");

    private final Firms firms;
    private final Registry registry;
    private final Dice dice;
    private final LocalDate today;

    EnterpriseUnions(Firms firms, Registry registry, Dice dice, LocalDate today) {
        this.firms = firms;
        this.registry = registry;
        this.dice = dice;
        this.today = today;
    }

    List<Map<String, String>> rows(Geography geography) {
        return geography.parks.stream().flatMap(this::ofPark).toList();
    }

    /** A few more, park after park. */
    List<Map<String, String>> newcomers(Geography geography, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> union(geography.parks.get(i % geography.parks.size())))
                .toList();
    }

    private Stream<Map<String, String>> ofPark(Geography.Park park) {
        return IntStream.range(0, park.unions()).mapToObj(i -> union(park));
    }

    private Map<String, String> union(Geography.Park park) {
        var firm = firms.ofPark(park, dice.one(PLACES));
        var name = firm.name() + "工会委员会";
        return registry.union(name, park.federation(), park.seat().division(), Term.ofBase(dice, today), "高新工发")
                .with("category", "企业工会")
                .with("org_type", "1")
                .with("org_form", "4")
                .with(firm)
                .with("members", firm.people().members())
                .with("women_members", firm.people().womenMembers())
                .done();
    }
}
