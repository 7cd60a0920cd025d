package org.uniongrid.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is owed something, by the record of a case. All amounts are in fen.
 *
 * @param leftAt since when they claim no more; null for who does
 * @param agreed null until something is agreed
 */
public record Claimant(
        long id,
        UUID publicId,
        String name,
        @Nullable Instant leftAt,
        long claimed,
        @Nullable Long agreed,
        long paid,
        List<Wage> wages,
        List<Payment> payments) {

    /** What is owed for a month. */
    public record Wage(YearMonth month, long amount) {}

    /** Money that came. */
    public record Payment(UUID publicId, long amount, LocalDate on, Way way, String evidence, boolean cancelled) {}

    /** How money came. */
    public enum Way {
        BANK,
        CASH,
        OTHER;

        public String key() {
            return "case.pay." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What may still be paid: what is agreed, or else claimed, less what came. */
    public long open() {
        return (agreed == null ? claimed : agreed) - paid;
    }

    public boolean isGone() {
        return leftAt != null;
    }
}
