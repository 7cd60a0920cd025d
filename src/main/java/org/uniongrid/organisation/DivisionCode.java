package org.uniongrid.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statistical division code cut at its seat: province 2 digits, city 4, county 6, township 9, village 12. Written in
 * full, the places below the seat are zeros: {@code 320500} is {@code 3205}.
 */
public record DivisionCode(String code) {

    private static final int[] LENGTHS = {2, 4, 6, 9, 12};

    /** Reads a code, with or without the zeros below its seat. */
    public static Optional<DivisionCode> of(String text) {
        if (!text.matches("[0-9]{2,12}") || !isLength(text.length())) return Optional.empty();
        var code = text;
        for (int i = LENGTHS.length - 1; i > 0; i--) {
            var ends = code.length() == LENGTHS[i]
                    && code.substring(LENGTHS[i - 1]).matches("0+");
            if (ends) code = code.substring(0, LENGTHS[i - 1]);
        }
        return code.equals("00") ? Optional.empty() : Optional.of(new DivisionCode(code));
    }

    private static boolean isLength(int length) {
        for (int each : LENGTHS) if (each == length) return true;
        return false;
    }

    /** The codes of the divisions it lies in, nearest first. */
    public List<String> above() {
        var codes = new ArrayList<String>();
        for (int length : LENGTHS) if (length < code.length()) codes.addFirst(code.substring(0, length));
        return List.copyOf(codes);
    }

    /** The tier of the federation that has its seat here: city, district or township. */
    public Optional<Tier> tier() {
        return switch (code.length()) {
            case 2 -> Optional.of(Tier.PROVINCE);
            case 4 -> Optional.of(Tier.CITY);
            case 6 -> Optional.of(Tier.DISTRICT);
            case 9 -> Optional.of(Tier.TOWNSHIP);
            default -> Optional.empty();
        };
    }
}
