package org.uniongrid.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Joint unions: each covers many small employers of its park, and counts their people as its own. */
final class JointUnions {

    private final List<Cover> covers;

    /** A joint union and the firms it covers. */
    private record Cover(String name, Geography.Park park, List<Firm> firms) {

        int count(ToIntFunction<Headcount> what) {
            return firms.stream().map(Firm::people).mapToInt(what).sum();
        }
    }

    JointUnions(Geography geography, Firms firms) {
        covers = Vocabulary.read("joint-unions", line -> {
            var park = geography.park(line.text(1));
            return new Cover(line.text(0), park, firms.small(park, line.number(2)));
        });
    }

    List<Map<String, String>> unions(Registry registry, Dice dice, LocalDate today) {
        return covers.stream().map(cover -> union(cover, registry, dice, today)).toList();
    }

    /** The rows of the employer sheet. */
    List<Map<String, String>> employers() {
        return covers.stream()
                .flatMap(cover -> cover.firms().stream()
                        .map(firm -> new Row(Columns.EMPLOYER)
                                .with(firm)
                                .with("covered_by", cover.name())
                                .with("cover_mode", "联合")
                                .done()))
                .toList();
    }

    private static Map<String, String> union(Cover cover, Registry registry, Dice dice, LocalDate today) {
        var seat = cover.park().seat();
        var term = Term.inForce(dice, today, dice.between(0, 2));
        return registry.union(cover.name(), cover.park().federation(), seat.division(), term, "高新工发")
                .with("category", "联合工会")
                .with("org_type", "2")
                .with("org_form", "5")
                .with("address", seat.address(dice))
                .with(seat.spot(dice))
                .with("staff", cover.count(Headcount::staff))
                .with("women", cover.count(Headcount::women))
                .with("members", cover.count(Headcount::members))
                .with("women_members", cover.count(Headcount::womenMembers))
                .done();
    }
}
