package org.uniongrid.matter;

import java.time.Instant;
import java.util.UUID;
import org.uniongrid.organisation.Measure;

/**
 * The clock of a step as it begins.
 *
 * @param pack version of the rule pack that sets it
 * @param value key of the value in it
 * @param alarmAt when it rings first
 * @param sure whether the holidays of all years that it runs in are known
 */
record TimeLimit(
        Measure unit,
        int amount,
        UUID pack,
        String value,
        String article,
        Instant dueAt,
        Instant alarmAt,
        boolean sure) {}
