package org.uniongrid.exchange.exports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.exchange.Colleagues;
import org.uniongrid.exchange.ThisProcess;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.web.Say;

/** The long part of an export, in the background, a few at a time. */
@Component
class ExportWork {

    private static final Logger log = LoggerFactory.getLogger(ExportWork.class);
    private static final int AT_ONCE = 2;

    private final Exports exports;
    private final ExportKinds kinds;
    private final ExportBook book;
    private final ExportFiles files;
    private final ExportNotices notices;
    private final Borders borders;
    private final Colleagues colleagues;
    private final ThisProcess process;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final ZoneId zone;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<Long, Progress> running = new ConcurrentHashMap<>();

    ExportWork(
            Exports exports,
            ExportKinds kinds,
            ExportBook book,
            ExportFiles files,
            ExportNotices notices,
            Borders borders,
            Colleagues colleagues,
            ThisProcess process,
            AuditTrail trail,
            TransactionTemplate transaction,
            MessageSource messages,
            ZoneId zone,
            Clock clock) {
        this.exports = exports;
        this.kinds = kinds;
        this.book = book;
        this.files = files;
        this.notices = notices;
        this.borders = borders;
        this.colleagues = colleagues;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.messages = messages;
        this.zone = zone;
        this.clock = clock;
    }

    /** How far one is, and whether it is still wanted. */
    private static final class Progress {
        private volatile int rows;
        private volatile boolean ended;

        void reached(int written) {
            if (ended) throw new Ended();
            rows = written;
        }
    }

    /** Somebody ended it meanwhile. */
    private static final class Ended extends RuntimeException {}

    void make(Export export) {
        executor.execute(() -> {
            try {
                places.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                if (exports.progress(export.id(), process.id(), 0)) makeNow(export);
            } finally {
                places.release();
            }
        });
    }

    private void makeNow(Export export) {
        var progress = new Progress();
        running.put(export.id(), progress);
        try {
            var order = order(export);
            if (order.isEmpty()) fail(export, "export.failed.post");
            else write(export, order.get(), progress);
        } catch (Ended _) {
            files.delete(export.publicId());
        } catch (ExportBook.TooMany _) {
            fail(export, "export.failed.grown");
        } catch (IOException | RuntimeException e) {
            log.error("Export {} failed", export.publicId(), e);
            fail(export, "export.failed.error");
        } finally {
            running.remove(export.id());
        }
    }

    /** As the person may ask for it now; empty where their post ended, or lost the permission or the unit. */
    Optional<ExportOrder> order(Export export) {
        var kind = kinds.named(export.kind());
        return colleagues
                .acting(export.personId(), export.postId())
                .filter(actor -> actor.may(ExportDesk.PERMISSION) && actor.may(kind.permission()))
                .flatMap(actor -> Optional.ofNullable(actor.chosen()).flatMap(post -> {
                    try {
                        var unit = kind.unit(export.asked(), actor);
                        var say = new Say(messages, Locale.forLanguageTag(export.language()), zone);
                        return Optional.of(new ExportOrder(
                                export.publicId(),
                                kind,
                                export.asked(),
                                actor,
                                post,
                                unit,
                                export.address(),
                                export.askedAt(),
                                say));
                    } catch (NoSuchElementException _) {
                        return Optional.empty();
                    }
                }));
    }

    private void write(Export export, ExportOrder order, Progress progress) throws IOException {
        var most = export.decision() == null ? borders.unapproved(order.kind()) : Borders.MOST;
        int rows;
        try (var out = files.draft(export.publicId())) {
            rows = book.write(out, order, most, progress::reached);
        }
        files.finish(export.publicId());
        var done = transaction.execute(_ -> {
            if (!exports.ready(export.id(), process.id(), rows, clock.instant())) return false;
            trail.add(order.actor(), ExportDeeds.make(export, rows));
            notices.ready(export);
            return true;
        });
        if (!Boolean.TRUE.equals(done)) files.delete(export.publicId());
    }

    private void fail(Export export, String failure) {
        files.delete(export.publicId());
        transaction.executeWithoutResult(_ -> {
            if (exports.fail(export.id(), process.id(), failure, clock.instant())) notices.failed(export);
        });
    }

    /** Whatever was cancelled, here or by way of another process, ends with its next batch. */
    @Scheduled(fixedDelay = 1_000)
    void reportProgress() {
        running.forEach((id, progress) -> {
            if (!exports.progress(id, process.id(), progress.rows)) progress.ended = true;
        });
    }

    /** What does not end in time is found by the upkeep. */
    @PreDestroy
    void end() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(5, TimeUnit.SECONDS)) executor.shutdownNow();
    }
}
