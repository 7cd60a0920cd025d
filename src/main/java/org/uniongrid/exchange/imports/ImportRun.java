package org.uniongrid.exchange.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.SheetFile.Heading;

/**
 * One file on its way in.
 *
 * @param total rows of the file
 * @param examples rows that were overlooked, since they are marked as the example of the template
 * @param done rows that the step under way has passed
 */
public record ImportRun(
        long id,
        UUID publicId,
        String kind,
        String fileName,
        Instant createdAt,
        State state,
        @Nullable Mode mode,
        @Nullable String failure,
        List<Heading> headings,
        Map<String, Boolean> choices,
        int total,
        int examples,
        int done,
        int added,
        int changed,
        int same,
        int faulty) {

    /** Where a file stands; the name in lower case ends its message key. */
    public enum State {
        READING,
        CHECKING,
        CHECKED,
        COMMITTING,
        COMMITTED,
        DISCARDED,
        FAILED
    }

    /** Whether a file is taken in only as a whole, or its good rows in any case. */
    public enum Mode {
        ALL,
        GOOD
    }

    public boolean isWorking() {
        return state == State.READING || state == State.CHECKING || state == State.COMMITTING;
    }

    public boolean isChecked() {
        return state == State.CHECKED;
    }

    public boolean isCommitted() {
        return state == State.COMMITTED;
    }

    public int good() {
        return total - faulty;
    }

    public List<Heading> skipped() {
        return headings.stream()
                .filter(heading -> heading.column() != null && !heading.kept())
                .toList();
    }

    public List<Heading> unknown() {
        return headings.stream().filter(heading -> heading.column() == null).toList();
    }

    public List<Heading> kept() {
        return headings.stream().filter(Heading::kept).toList();
    }

    /** The column as the file has it, such as {@code D 身份证号}; empty for what the file lacks. */
    public String columnName(String key) {
        return headings.stream()
                .filter(heading -> key.equals(heading.column()))
                .map(heading -> heading.letter() + " " + heading.text())
                .collect(Collectors.joining());
    }

    Set<String> columns() {
        return kept().stream().map(Heading::column).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
