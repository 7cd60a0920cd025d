package org.uniongrid.demo;

import java.util.HashMap;
import java.util.Map;

/** Gives every union what the level above gives it on founding: a code, a chair, a reply with the next number of its year. */
final class Registry {

    private final Map<String, Integer> replies = new HashMap<>();
    private final Codes codes;
    private final Chairs chairs;
    private final Dice dice;

    Registry(Codes codes, Dice dice) {
        this.codes = codes;
        this.dice = dice;
        chairs = new Chairs(dice);
    }

    Row union(String name, String parent, Division division, Term term, String issuer) {
        boolean online = dice.chance(0.4) && term.founded().getYear() >= 2021;
        return new Row(Columns.UNION)
                .with("unit_code", codes.union(division.code()))
                .with("unit_name", name)
                .with("parent", parent)
                .with("division", division.code())
                .with("founding_way", online ? "线上" : "线下")
                .with("reply_number", reply(issuer + "〔" + term.founded().getYear() + "〕"))
                .with(term)
                .with(chairs.next());
    }

    private String reply(String yearOfIssuer) {
        return yearOfIssuer + replies.merge(yearOfIssuer, 1, Integer::sum) + "号";
    }
}
