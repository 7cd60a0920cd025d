package org.uniongrid.demo;

import java.util.ArrayList;
import java.util.List;

/** Where things are: province, city, districts with their towns, and the development zone with its parks. */
final class Geography {

    static final String CITY = "9901", ZONE = "990171", ZONE_NAME = "云州高新区";

    /** A district or county. */
    record District(Division division, List<Seat> towns) {

        /** Its name without 区 or 县. */
        String shortName() {
            return division.name().substring(0, division.name().length() - 1);
        }
    }

    /** A part of the zone that has a regional federation. */
    record Park(Seat seat, String federation, int unions, List<Theme> themes) {

        String theme(Dice dice) {
            return dice.weighted(themes, Theme::weight).name();
        }
    }

    /** A group of trades and how often it is met in a park. */
    record Theme(String name, int weight) {}

    final List<Division> divisions = new ArrayList<>();
    final List<District> districts = new ArrayList<>();
    final List<Park> parks;

    Geography(Dice dice) {
        Vocabulary.read("divisions", line -> line).forEach(line -> addDivision(line, dice));
        parks = Vocabulary.read("parks", line -> park(line, dice));
        parks.forEach(park -> divisions.add(park.seat().division()));
    }

    Division division(String code) {
        return divisions.stream().filter(d -> d.code().equals(code)).findFirst().orElseThrow();
    }

    Park park(String code) {
        return parks.stream()
                .filter(park -> park.seat().division().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void addDivision(Vocabulary.Entry line, Dice dice) {
        var division = new Division(line.text(0), line.text(1));
        divisions.add(division);
        if (division.code().length() < 6 || division.code().equals(ZONE)) return;
        var centre = new Spot(line.decimal(2), line.decimal(3));
        var district = new District(division, new ArrayList<>());
        line.list(4).forEach(town -> addTown(district, town, centre, dice));
        districts.add(district);
    }

    private void addTown(District district, String name, Spot centre, Dice dice) {
        var code = district.division().code() + "%03d".formatted(seatNumber(district, name));
        var town = new Division(code, name);
        divisions.add(town);
        var road = name.substring(0, 2);
        var roads = List.of(road + "路", road + "大街", "人民路", "解放路");
        district.towns().add(Seat.around(dice, town, district.division().name(), roads, centre.near(dice, 6), 0.8));
    }

    /** Streets count from 1, towns from 100, townships from 200. */
    private static int seatNumber(District district, String name) {
        var ending = name.substring(name.length() - 1);
        long before = district.towns().stream()
                .filter(town -> town.division().name().endsWith(ending))
                .count();
        return (int) before
                + switch (ending) {
                    case "镇" -> 100;
                    case "乡" -> 200;
                    default -> 1;
                };
    }

    private static Park park(Vocabulary.Entry line, Dice dice) {
        var division = new Division(line.text(0), line.text(1));
        var centre = new Spot(line.decimal(3), line.decimal(4));
        var seat = Seat.around(dice, division, ZONE_NAME, line.list(6), centre, 0.7);
        return new Park(seat, line.text(2), line.number(5), themes(line.list(7)));
    }

    private static List<Theme> themes(List<String> words) {
        var themes = new ArrayList<Theme>();
        for (int i = 0; i < words.size(); i += 2) {
            themes.add(new Theme(words.get(i), Integer.parseInt(words.get(i + 1))));
        }
        return themes;
    }
}
