package org.uniongrid.access.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uniongrid.access.SigningProfile;
import org.uniongrid.access.trail.Finding.Kind;

/** Compares entries with the digests under their seal. */
final class EntryCheck {

    /** So many that do not fit are kept, to tell whether two of them changed places. */
    private static final int KEPT = 200;

    private final Report report;
    private final Horizons horizons = new Horizons();
    private final List<Misfit> misfits = new ArrayList<>();

    private long seen;
    private @Nullable Row next;
    private long goneFrom;
    private long goneTo;

    /** An entry as it is read beside the seal it stands under. */
    record Row(long seal, Entry entry) {}

    private record Misfit(Entry entry, byte[] leaf, SigningProfile profile) {

        boolean wouldFit(Entry other) {
            return Arrays.equals(profile.digest(other.canonical()), leaf);
        }
    }

    EntryCheck(Report report) {
        this.report = report;
    }

    /** The rows come in the order of seals and ids; those of earlier seals are past. */
    void under(Seal seal, byte @Nullable [] leaves, Iterator<Row> rows) {
        var profile = SigningProfile.byAlgorithm(seal.algorithm()).orElse(SigningProfile.INTERNATIONAL);
        int size = profile.digest(new byte[0]).length;
        var fits = leaves != null
                && leaves.length == seal.entries().size() * size
                && HexFormat.of().formatHex(profile.digest(leaves)).equals(seal.digest());
        if (!fits)
            report.add(Kind.SEAL_UNLIKE_ENTRIES, seal.number(), seal.entries().toString());
        int place = 0;
        for (var range : seal.entries().ranges())
            for (long id = range.from(); id < range.below(); id++, place += size) {
                var row = find(seal.number(), id, rows);
                if (row == null) isGone(id);
                else if (fits && leaves != null)
                    compare(row.entry(), Arrays.copyOfRange(leaves, place, place + size), profile);
            }
        horizons.pass(seal);
    }

    private @Nullable Row find(long seal, long id, Iterator<Row> rows) {
        while (next == null
                || next.seal() < seal
                || next.seal() == seal && next.entry().id() < id) {
            if (!rows.hasNext()) return null;
            next = rows.next();
        }
        return next.seal() == seal && next.entry().id() == id ? next : null;
    }

    private void compare(Entry entry, byte[] leaf, SigningProfile profile) {
        seen++;
        if (!Arrays.equals(profile.digest(entry.canonical()), leaf)) {
            if (misfits.size() < KEPT) misfits.add(new Misfit(entry, leaf, profile));
            else isEdited(entry);
        } else if (horizons.isNumberedBack(entry))
            report.add(Kind.ENTRY_NUMBERED_BACK, entry.id(), entry.at(), entry.actorName());
        else if (horizons.isDatedBack(entry))
            report.add(Kind.ENTRY_DATED_BACK, entry.id(), entry.at(), entry.actorName());
    }

    private void isEdited(Entry entry) {
        report.add(Kind.ENTRY_EDITED, entry.id(), entry.at(), entry.actorName());
    }

    private void isGone(long id) {
        if (goneFrom > 0 && id == goneTo + 1) goneTo = id;
        else {
            endGone();
            goneFrom = goneTo = id;
        }
    }

    private void endGone() {
        if (goneFrom > 0) report.add(Kind.ENTRY_GONE, goneFrom, goneTo);
        goneFrom = 0;
    }

    long end() {
        endGone();
        while (!misfits.isEmpty()) {
            var one = misfits.removeFirst();
            var other = misfits.stream().filter(two -> changedPlaces(one, two)).findFirst();
            if (other.isEmpty()) isEdited(one.entry());
            other.ifPresent(misfits::remove);
        }
        return seen;
    }

    private boolean changedPlaces(Misfit one, Misfit two) {
        var a = one.entry();
        var b = two.entry();
        if (one.wouldFit(b.withId(a.id())) && two.wouldFit(a.withId(b.id()))) {
            report.add(Kind.ENTRIES_SWAPPED, a.id(), b.id());
            return true;
        }
        if (one.wouldFit(a.withTime(b.at())) && two.wouldFit(b.withTime(a.at()))) {
            report.add(Kind.TIMES_SWAPPED, a.id(), b.id());
            return true;
        }
        return false;
    }
}
