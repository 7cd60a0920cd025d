package org.uniongrid.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The federations from the city down to towns and parks. Each was founded after the one above it. */
final class Federations {

    static final String CITY = "云州市总工会", ZONE = Geography.ZONE_NAME + "总工会";

    /** A kind of federation: its category and tier, its codes in the union register, the whole terms behind it. */
    private enum Kind {
        CITY_UNION("总工会", "市", "", "1", 9),
        DISTRICT_UNION("总工会", "区县", "", "1", 7),
        ZONE_UNION("总工会", "开发区", "", "1", 7),
        TOWN_UNION("总工会", "乡镇街道", "3", "1", 5),
        PARK_UNION("区域性工会联合会", "乡镇街道", "4", "3", 5);
        final String category, tier, orgType, orgForm;
        final int earlierTerms;

        Kind(String category, String tier, String orgType, String orgForm, int earlierTerms) {
            this.category = category;
            this.tier = tier;
            this.orgType = orgType;
            this.orgForm = orgForm;
            this.earlierTerms = earlierTerms;
        }
    }

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Geography geography;
    private final Registry registry;
    private final Dice dice;
    private final LocalDate today;

    Federations(Geography geography, Registry registry, Dice dice, LocalDate today) {
        this.geography = geography;
        this.registry = registry;
        this.dice = dice;
        this.today = today;
    }

    List<Map<String, String>> rows() {
        var seat = geography.districts.getFirst().towns().getFirst();
        add(Kind.CITY_UNION, CITY, "", "岭工发", geography.division(Geography.CITY), seat);
        geography.districts.forEach(this::addDistrict);
        addZone();
        return rows;
    }

    private void addDistrict(Geography.District district) {
        var division = district.division();
        var name = division.name() + "总工会";
        add(Kind.DISTRICT_UNION, name, CITY, "云工发", division, district.towns().getFirst());
        for (var town : district.towns()) {
            var issuer = district.shortName() + "工发";
            add(Kind.TOWN_UNION, town.division().name() + "总工会", name, issuer, town.division(), town);
        }
    }

    private void addZone() {
        var seat = geography.parks.getFirst().seat();
        add(Kind.ZONE_UNION, ZONE, CITY, "云工发", geography.division(Geography.ZONE), seat);
        for (var park : geography.parks) {
            add(Kind.PARK_UNION, park.federation(), ZONE, "高新工发", park.seat().division(), park.seat());
        }
    }

    private void add(Kind kind, String name, String parent, String issuer, Division division, Seat seat) {
        var term = Term.inForce(dice, today, kind.earlierTerms);
        rows.add(registry.union(name, parent, division, term, issuer)
                .with("category", kind.category)
                .with("tier", kind.tier)
                .with("org_type", kind.orgType)
                .with("org_form", kind.orgForm)
                .with("address", seat.address(dice))
                .with(seat.spot(dice))
                .done());
    }
}
