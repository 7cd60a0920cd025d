package org.uniongrid.matter.papers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Clears away, each night, files that were laid down with a form that then failed. A form in progress touches its file: what
 * was touched lately stays, and what is touched while it is put aside comes back.
 */
@Component
class PaperSweep {

    private static final Logger log = LoggerFactory.getLogger(PaperSweep.class);
    private static final Duration LEFT_ALONE = Duration.ofDays(1);

    private final PaperFiles files;
    private final PaperBook book;
    private final Clock clock;

    PaperSweep(PaperFiles files, PaperBook book, Clock clock) {
        this.files = files;
        this.book = book;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *")
    void sweep() throws IOException {
        var before = clock.instant().minus(LEFT_ALONE);
        var gone = 0;
        for (var folder : files.folders()) {
            for (var hash : without(files.lying(folder, before))) files.putAside(hash);
            var aside = files.aside(folder);
            var unknown = without(aside);
            for (var hash : aside)
                if (unknown.contains(hash) && files.isAsideSince(hash, before)) {
                    files.drop(hash);
                    gone++;
                } else files.putBack(hash);
        }
        if (gone > 0) log.info("{} files that belong to no paper were cleared away", gone);
    }

    /** Those that belong to no paper. */
    private Set<String> without(Set<String> hashes) {
        if (hashes.isEmpty()) return Set.of();
        var left = new HashSet<>(hashes);
        left.removeAll(book.known(hashes));
        return left;
    }
}
