package org.uniongrid.access.trail;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.access.SigningProfile;
import org.uniongrid.access.trail.Finding.Kind;

/** Follows the chain of seals, in the database and in the file side by side. */
final class ChainCheck {

    private final Map<String, byte[]> trusted;
    private final SealFile.Lines lines;
    private final Report report;
    private final List<Ids.Range> onlyInFile = new ArrayList<>();

    private long expected = 1;
    private List<String> before = List.of();
    private @Nullable Gap gap;

    /** Seals that the file has and the database has not. */
    private record Gap(long from, long to, long entries) {}

    ChainCheck(Map<String, byte[]> trusted, SealFile.Lines lines, Report report) {
        this.trusted = trusted;
        this.lines = lines;
        this.report = report;
    }

    /** The next seal of the database; empty where its text is not to be trusted. */
    Optional<Seal> next(StoredSeal stored) {
        passLinesBefore(stored.number());
        endGap();
        if (stored.number() > expected) report.add(Kind.SEALS_GONE_BOTH, expected, stored.number() - 1);
        var line = lines.peek();
        var beside = line != null && line.number() == stored.number() ? lines.next() : null;
        // what the file lacks at its end, the next round of sealing adds
        if (beside == null && lines.hasNext()) report.add(Kind.FILE_LACKS, stored.number());
        if (beside != null && !beside.sealed().equals(stored.sealed()))
            report.add(Kind.SEAL_UNLIKE_FILE, stored.number());
        var seal = stored.seal();
        if (seal.isEmpty()) report.add(Kind.SEAL_EDITED, stored.number());
        else examine(seal.get(), stored.signature());
        expected = stored.number() + 1;
        before = beside == null ? List.of(stored.sealed()) : List.of(stored.sealed(), beside.sealed());
        return seal;
    }

    private void passLinesBefore(long number) {
        while (lines.hasNext() && Objects.requireNonNull(lines.peek()).number() < number) pass(lines.next());
    }

    private void pass(SealFile.Line line) {
        var seal = Seal.parse(line.sealed()).filter(one -> one.number() == line.number());
        if (seal.isEmpty() || line.number() < expected) {
            report.add(Kind.FILE_BROKEN, line.number());
            return;
        }
        if (line.number() > expected) {
            endGap();
            report.add(Kind.SEALS_GONE_BOTH, expected, line.number() - 1);
            expected = line.number();
        }
        examine(seal.get(), line.signature());
        var entries = seal.get().entries();
        onlyInFile.addAll(entries.ranges());
        gap = gap == null
                ? new Gap(line.number(), line.number(), entries.size())
                : new Gap(gap.from(), line.number(), gap.entries() + entries.size());
        expected = line.number() + 1;
        before = List.of(line.sealed());
    }

    private void endGap() {
        if (gap != null) report.add(Kind.SEALS_GONE, gap.from(), gap.to(), gap.entries());
        gap = null;
    }

    /** To be called after the last seal of the database. */
    void end() {
        passLinesBefore(Long.MAX_VALUE);
        endGap();
    }

    /** Entries of seals that only the file still knows. */
    List<Ids.Range> onlyInFile() {
        return onlyInFile;
    }

    private void examine(Seal seal, byte[] signature) {
        var profile = SigningProfile.byAlgorithm(seal.algorithm());
        var key = trusted.get(seal.key());
        if (profile.isEmpty() || key == null) {
            report.add(Kind.SEAL_BY_OTHER_KEY, seal.number(), seal.key());
            return;
        }
        if (!isSigned(seal, signature, profile.get(), key)) report.add(Kind.SEAL_UNSIGNED, seal.number());
        if (seal.number() == expected && !isChained(seal, profile.get()))
            report.add(Kind.SEAL_UNCHAINED, seal.number(), seal.number() - 1);
    }

    private static boolean isSigned(Seal seal, byte[] signature, SigningProfile profile, byte[] key) {
        try {
            return profile.verify(Seal.bytes(seal.text()), signature, key);
        } catch (GeneralSecurityException odd) {
            return false;
        }
    }

    private boolean isChained(Seal seal, SigningProfile profile) {
        if (before.isEmpty()) return seal.previous() == null;
        return before.stream()
                .map(text -> HexFormat.of().formatHex(profile.digest(Seal.bytes(text))))
                .anyMatch(digest -> Objects.equals(digest, seal.previous()));
    }
}
