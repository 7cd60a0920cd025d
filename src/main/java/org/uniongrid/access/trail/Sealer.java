package org.uniongrid.access.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.access.SigningProfile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what was added to the trail: digests it, chains it to the seal before, signs it, and writes the seal down
 * outside the database too. One process at a time seals; every process keeps its own file up.
 */
@Component
class Sealer {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final int MOST = 1_000;
    private static final int EVERY = 10_000;

    private final Seals seals;
    private final SealKeys keys;
    private final SealFile file;
    private final SigningProfile profile;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealer(
            Seals seals,
            TransactionTemplate transaction,
            Clock clock,
            JsonMapper json,
            @Value("${uniongrid.data:data}") Path data,
            @Value("${uniongrid.crypto:international}") String crypto)
            throws IOException {
        this.seals = seals;
        this.keys = new SealKeys(data);
        this.file = new SealFile(keys.folder().resolve("seals.jsonl"), json);
        this.profile = crypto.strip().equalsIgnoreCase("gm") ? SigningProfile.GM : SigningProfile.INTERNATIONAL;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
    void seal() {
        try {
            catchUp();
            while (true) {
                var sealed = transaction.execute(_ -> sealSome());
                catchUp();
                if (sealed == null || sealed < MOST) return;
            }
        } catch (IOException e) {
            // what is in the database waits there for the file; the next round tries again
            log.error("The audit trail could not be sealed into {}", file.file(), e);
        }
    }

    private int sealSome() {
        if (!seals.lock()) return 0;
        var batch = seals.take(MOST);
        if (batch.entries().isEmpty()) return 0;
        var leaves = new ByteArrayOutputStream();
        for (var entry : batch.entries()) leaves.writeBytes(profile.digest(entry.canonical()));
        var ids = Ids.of(batch.entries().stream().map(Entry::id).toList());
        write(batch.transaction(), ids, leaves.toByteArray(), null);
        return batch.entries().size();
    }

    /** A seal that says: up to that one, entries were old enough and are dropped. In the transaction that drops them. */
    void sealDrop(long upTo) {
        write(seals.transaction(), Ids.NONE, new byte[0], upTo);
    }

    private void write(long transactionId, Ids ids, byte[] leaves, @Nullable Long droppedTo) {
        try {
            var own = keys.own(profile);
            var before = head();
            var seal = new Seal(
                    before.map(SealFile.Line::number).orElse(0L) + 1,
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                    transactionId,
                    ids,
                    hex(profile.digest(leaves)),
                    droppedTo,
                    before.map(line -> hex(profile.digest(Seal.bytes(line.sealed()))))
                            .orElse(null),
                    profile.algorithm(),
                    SigningProfile.Keys.id(own.publicKey()));
            seals.add(seal, profile.sign(Seal.bytes(seal.text()), own.privateKey()), leaves);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The audit trail cannot be sealed", e);
        }
    }

    /** The last seal, wherever it stands: where the database has lost some, the file goes before. */
    private Optional<SealFile.Line> head() throws IOException {
        var there = seals.last();
        var outside = file.last();
        if (outside.isEmpty()
                || there.isPresent() && there.get().number() > outside.get().number()) return there;
        if (there.isEmpty() || there.get().number() < outside.get().number())
            log.error(
                    "The database lacks seals of the audit trail: the last one here is {}, in {} it is {}",
                    there.map(SealFile.Line::number).orElse(0L),
                    file.file(),
                    outside.get().number());
        return outside;
    }

    /** Seals that the file lacks: this process was stopped between the two, or another one sealed. */
    void catchUp() throws IOException {
        for (List<SealFile.Line> more = missing(); !more.isEmpty(); more = missing()) file.add(more);
    }

    private List<SealFile.Line> missing() throws IOException {
        return seals.after(file.last().map(SealFile.Line::number).orElse(0L), MOST);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
