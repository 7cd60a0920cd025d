package org.uniongrid.demo;

import java.util.List;

/** A street, town or park where firms stand, close together around a few spots. */
record Seat(Division division, String district, List<String> roads, List<Spot> hearts) {

    static Seat around(Dice dice, Division division, String district, List<String> roads, Spot centre, double reach) {
        var hearts = List.of(centre.near(dice, reach), centre.near(dice, reach), centre.near(dice, reach));
        return new Seat(division, district, roads, hearts);
    }

    Spot spot(Dice dice) {
        return dice.one(hearts).near(dice, 0.25);
    }

    String address(Dice dice) {
        return district + division.name() + dice.one(roads) + dice.between(1, 399) + "号";
    }
}
