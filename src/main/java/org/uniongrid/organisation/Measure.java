package org.uniongrid.organisation;

import static org.uniongrid.organisation.PackRule.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.OfficeHours;
import org.uniongrid.foundation.RuleBroken;

/** What a value of a rule pack is measured in, and what may stand there. */
public enum Measure {
    /** A whole number of people or things. */
    COUNT,
    /** Yuan, with at most two places. */
    MONEY,
    /** Hundredths, with at most four places. */
    PERCENT,
    MINUTES,
    /** Hours in which an office is open. */
    WORKING_HOURS,
    WORKING_DAYS,
    /** Calendar days. */
    DAYS,
    MONTHS,
    YEARS,
    YES_NO,
    TEXT,
    /** {@link OfficeHours}. */
    OFFICE_HOURS,
    /** A table of {@link Band}. */
    BANDS;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(40_000);
    private static final int WORDS = 500;
    private static final int ROWS = 60;

    /** Name of the message that says it. */
    public String key() {
        return "pack.measure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a clock can count in it. */
    public boolean isTime() {
        return this == MINUTES || this == WORKING_HOURS || this == WORKING_DAYS || this == DAYS || this == MONTHS;
    }

    /** By the word that a definition uses, such as {@code working-days}. */
    static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * Reads a value as a file, a table or a form has it: a number, a text, true or false, or rows of four.
     *
     * @throws RuleBroken where it is of another kind
     */
    public PackValue read(Object raw) {
        return switch (this) {
            case COUNT -> whole(raw, MOST);
            case MINUTES, WORKING_HOURS, WORKING_DAYS, DAYS, MONTHS, YEARS -> whole(raw, LONGEST);
            case MONEY -> amount(raw, 2, MOST_MONEY, PACK_MONEY_IS_YUAN);
            case PERCENT -> amount(raw, 4, MOST_PERCENT, PACK_PERCENT_IS_IN_RANGE);
            case YES_NO -> new PackValue.YesNo(yes(raw));
            case TEXT -> words(raw);
            case OFFICE_HOURS -> hours(raw);
            case BANDS -> bands(raw);
        };
    }

    private PackValue.Amount whole(Object raw, BigDecimal most) {
        return amount(raw, 0, most, PACK_NUMBER_IS_WHOLE);
    }

    private PackValue.Amount amount(Object raw, int places, BigDecimal most, PackRule rule) {
        var number = number(raw, rule);
        rule.require(
                number.stripTrailingZeros().scale() <= places && number.signum() >= 0 && number.compareTo(most) <= 0);
        return new PackValue.Amount(this, number);
    }

    private static BigDecimal number(Object raw, PackRule rule) {
        rule.require(raw instanceof Number || raw instanceof String);
        var text = raw.toString().strip();
        rule.require(text.matches("[0-9]{1,15}(\\.[0-9]{1,10})?"));
        return new BigDecimal(text);
    }

    private static boolean yes(Object raw) {
        PACK_ANSWER_IS_YES_OR_NO.require(raw instanceof Boolean || "true".equals(raw) || "false".equals(raw));
        return raw.equals(true) || raw.equals("true");
    }

    private static PackValue.Words words(Object raw) {
        var text = raw instanceof String said ? said.strip() : "";
        PACK_TEXT_IS_SHORT.require(!text.isEmpty() && text.length() <= WORDS);
        return new PackValue.Words(text);
    }

    private static PackValue.Words hours(Object raw) {
        var hours = OfficeHours.read(words(raw).text());
        return new PackValue.Words(
                hours.orElseThrow(() -> new RuleBroken(PACK_HOURS_ARE_IN_ORDER)).text());
    }

    private static PackValue.Bands bands(Object raw) {
        PACK_TABLE_HAS_ROWS.require(raw instanceof List<?> rows && !rows.isEmpty() && rows.size() <= ROWS);
        var bands = new ArrayList<Band>();
        for (var row : (List<?>) raw) bands.add(band(row));
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            PACK_TABLE_LOW_BEFORE_HIGH.require(band.low() <= band.high());
            if (i + 1 < bands.size()) PACK_TABLE_GOES_ON.require(goesOn(band, bands.get(i + 1)));
            else PACK_TABLE_GOES_ON.require(band.to() == null || band.from() <= band.to());
        }
        return new PackValue.Bands(bands);
    }

    private static boolean goesOn(Band band, Band next) {
        var to = band.to();
        return to != null && band.from() <= to && next.from() == to + 1;
    }

    private static Band band(@Nullable Object row) {
        if (!(row instanceof List<?> cells) || cells.size() != 4) throw new RuleBroken(PACK_NUMBER_IS_WHOLE);
        var to = cells.get(1);
        return new Band(
                cell(cells.get(0)),
                to == null || to.toString().isBlank() ? null : (Integer) cell(to),
                cell(cells.get(2)),
                cell(cells.get(3)));
    }

    private static int cell(@Nullable Object raw) {
        if (raw == null) throw new RuleBroken(PACK_NUMBER_IS_WHOLE);
        return COUNT.whole(raw, MOST).amount().intValueExact();
    }
}
