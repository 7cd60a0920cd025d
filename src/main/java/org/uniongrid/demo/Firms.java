package org.uniongrid.demo;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes employers up. No brand is used twice. */
final class Firms {

    private final List<Trade> trades = Trade.all();
    private final List<LegalForm> forms = LegalForm.all();
    private final List<String> districtThemes = Vocabulary.words("区县行业");
    private final Iterator<String> brands;
    private final Codes codes;
    private final Dice dice;

    Firms(Codes codes, Dice dice) {
        this.codes = codes;
        this.dice = dice;
        brands = dice.shuffled(brands()).iterator();
    }

    private static List<String> brands() {
        var seconds = Vocabulary.words("品牌二");
        return Vocabulary.words("品牌一").stream()
                .flatMap(first -> seconds.stream().map(second -> first + second))
                .toList();
    }

    /** A firm of the zone, large enough for a union of its own. */
    Firm ofPark(Geography.Park park, String place) {
        var trade = trade(park.theme(dice));
        return firm("企业", park.seat(), place, trade, staff(trade));
    }

    /** A firm of a district, likewise large enough. */
    Firm ofDistrict(Geography.District district) {
        var trade = trade(dice.one(districtThemes));
        return firm("企业", dice.one(district.towns()), district.shortName(), trade, staff(trade));
    }

    /** Firms with hardly more people than a family. */
    List<Firm> small(Geography.Park park, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> firm("小微", park.seat(), "云州", trade(park.theme(dice)), dice.skewed(3, 24)))
                .toList();
    }

    private Trade trade(String theme) {
        return dice.one(trades.stream().filter(t -> t.theme().equals(theme)).toList());
    }

    private Firm firm(String size, Seat seat, String place, Trade trade, int staff) {
        var suiting = forms.stream().filter(form -> form.suits(size, staff)).toList();
        var form = dice.weighted(suiting, LegalForm::weight);
        var division = seat.division().code();
        return new Firm(
                form.name(place, brands.next(), dice.one(trade.words())),
                codes.employer(form.ownership(), division),
                form.ownership(),
                trade,
                division,
                seat.address(dice),
                seat.spot(dice),
                Headcount.of(dice, staff, trade.women()));
    }

    /** Most firms have dozens of people, a few, of trades that need them, have thousands. */
    private int staff(Trade trade) {
        if (trade.largest() >= 2_000 && dice.chance(0.13)) return dice.skewed(trade.largest() / 2, trade.largest());
        int staff = dice.chance(0.58) ? dice.skewed(10, 60) : dice.skewed(60, dice.chance(0.51) ? 240 : 6_000);
        return staff <= trade.largest() ? staff : dice.skewed(trade.largest() / 2, trade.largest());
    }
}
