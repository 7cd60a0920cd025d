package org.uniongrid.demo;

/** Staff and members of one firm, men and women apart, so that no part is larger than its whole. */
record Headcount(int staff, int women, int members, int womenMembers) {

    static Headcount of(Dice dice, int staff, int womenPercent) {
        double share = womenPercent / 100.0 + dice.scatter() * 0.08;
        int women = (int) Math.round(staff * Math.clamp(share, 0.02, 0.98));
        double rate = dice.chance(0.07) ? dice.between(0.35, 0.7) : dice.between(0.85, 1.0);
        int womenMembers = (int) Math.round(women * rate);
        return new Headcount(staff, women, womenMembers + (int) Math.round((staff - women) * rate), womenMembers);
    }
}
