package org.uniongrid.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.OfficeHours;

/**
 * One version of the values that the law or a local paper sets for a subject, in a region, for some time. Each accessor
 * wants the unit that the subject defines, and fails where the pack has no such value.
 *
 * @param id the version, for whoever keeps which values a matter began with
 * @param region code of the division, cut at its seat; empty for the whole country
 * @param from the first day in force
 * @param until the first day no longer in force; null where no end is known
 * @param example a value of some place, shipped as an example
 * @param unsure not confirmed by a published text
 * @param values by key, in the order of the subject's definition
 */
public record RulePack(
        UUID id,
        String subject,
        String region,
        LocalDate from,
        @Nullable LocalDate until,
        String article,
        boolean example,
        boolean unsure,
        Running running,
        Map<String, PackValue> values) {

    /** What a new version means for what runs already. */
    public enum Running {
        KEEP,
        SWITCH
    }

    public RulePack {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isNational() {
        return region.isEmpty();
    }

    /** A whole number of people or things. */
    public int number(String key) {
        return amount(key, Measure.COUNT).intValueExact();
    }

    /** In yuan. */
    public BigDecimal money(String key) {
        return amount(key, Measure.MONEY);
    }

    /** In hundredths: 2 is two percent. */
    public BigDecimal percent(String key) {
        return amount(key, Measure.PERCENT);
    }

    /** Calendar days. */
    public int days(String key) {
        return amount(key, Measure.DAYS).intValueExact();
    }

    public int workingDays(String key) {
        return amount(key, Measure.WORKING_DAYS).intValueExact();
    }

    public int months(String key) {
        return amount(key, Measure.MONTHS).intValueExact();
    }

    public int years(String key) {
        return amount(key, Measure.YEARS).intValueExact();
    }

    /** How long something may take, in whatever a clock can count in. */
    public PackValue.Amount time(String key) {
        if (value(key) instanceof PackValue.Amount amount && amount.measure().isTime()) return amount;
        throw new PackValueMissing("Rule pack " + subject + ", value " + key + " is no span of time");
    }

    public OfficeHours officeHours(String key) {
        return OfficeHours.read(text(key)).orElseGet(() -> other(key, Measure.OFFICE_HOURS));
    }

    public boolean yes(String key) {
        return value(key) instanceof PackValue.YesNo(boolean yes) ? yes : other(key, Measure.YES_NO);
    }

    public String text(String key) {
        return value(key) instanceof PackValue.Words(String text) ? text : other(key, Measure.TEXT);
    }

    /** Rows in order, without gaps. */
    public List<Band> bands(String key) {
        return value(key) instanceof PackValue.Bands(List<Band> rows) ? rows : other(key, Measure.BANDS);
    }

    /** The row that holds for so many; empty where the table begins later or ends earlier. */
    public Optional<Band> band(String key, int number) {
        return bands(key).stream().filter(row -> row.holds(number)).findFirst();
    }

    private BigDecimal amount(String key, Measure measure) {
        return value(key) instanceof PackValue.Amount(Measure unit, BigDecimal amount) && unit == measure
                ? amount
                : other(key, measure);
    }

    private PackValue value(String key) {
        var value = values.get(key);
        if (value == null) throw new PackValueMissing("Rule pack " + subject + " has no value " + key);
        return value;
    }

    private <T> T other(String key, Measure wanted) {
        throw new PackValueMissing("Rule pack " + subject + ", value " + key + " is not in " + wanted);
    }
}
