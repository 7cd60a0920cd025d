package org.uniongrid.demo;

import org.uniongrid.foundation.CreditCode;

/** Credit codes of units that do not exist: each serial number gives another, under division codes nobody holds. */
final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final long ORGANISATIONS = 31L * 31 * 31 * 31 * 31 * 31;

    private long serial;

    String union(String division) {
        return next("81", division);
    }

    String employer(String ownership, String division) {
        return next(ownership.equals("600") ? "92" : "91", division);
    }

    private String next(String kind, String division) {
        // The step shares no factor with the number of codes, so no code comes twice and neighbours look unlike.
        long number = (++serial * 387_420_489L) % ORGANISATIONS;
        var letters = new StringBuilder("MA");
        for (int i = 0; i < 6; i++, number /= 31) letters.append(ALPHABET.charAt((int) (number % 31)));
        var first17 = kind + seat(division) + CreditCode.organisationCode(letters.toString());
        return first17 + CreditCode.checkDigit(first17);
    }

    private static String seat(String division) {
        return (division + "00").substring(0, 6);
    }
}
