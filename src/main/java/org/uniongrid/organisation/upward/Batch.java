package org.uniongrid.organisation.upward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a subtree as they were on one day, for the register above.
 *
 * @param neededOnly whether only unions are in it that were not reported as they were then
 * @param rowCount how many unions
 * @param contentHash tells its content from any other
 * @param receipt what the register above gave for it
 * @param accepted how many were accepted by now
 * @param rejected how many were sent back by now
 */
public record Batch(
        long id,
        UUID publicId,
        String number,
        UUID unit,
        String unitName,
        boolean neededOnly,
        Instant madeAt,
        String madeBy,
        String contentHash,
        int rowCount,
        State state,
        @Nullable Instant exportedAt,
        @Nullable LocalDate reportedOn,
        @Nullable String receipt,
        long accepted,
        long rejected) {

    /** How far it is. */
    public enum State {
        READY,
        EXPORTED,
        REPORTED,
        ANSWERED,
        DISCARDED;

        public String key() {
            return "upward.batch." + name().toLowerCase(Locale.ROOT);
        }

        public String kind() {
            return switch (this) {
                case READY -> "warn";
                case EXPORTED, REPORTED -> "info";
                case ANSWERED -> "ok";
                case DISCARDED -> "mute";
            };
        }

        public String icon() {
            return switch (this) {
                case READY -> "file-spreadsheet";
                case EXPORTED -> "file-download";
                case REPORTED -> "send";
                case ANSWERED -> "circle-check";
                case DISCARDED -> "circle-x";
            };
        }
    }

    /** Whether it may still be thrown away: nobody above has it. */
    public boolean isOpen() {
        return state == State.READY || state == State.EXPORTED;
    }
}
