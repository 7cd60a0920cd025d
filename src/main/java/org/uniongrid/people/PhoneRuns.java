package org.uniongrid.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Unscoped;

/** Finds persons whose phones stand in a row, such as a block of cards bought at once. Tells who, never which numbers. */
@Component
@Unscoped("for jobs that look at rolls; gives out no number")
public class PhoneRuns {

    private final IdentityRows rows;
    private final Vault vault;

    PhoneRuns(IdentityRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

    /** Each run of at least so many numbers without a gap; several persons may share one number of it. */
    public List<List<Long>> of(Collection<Long> persons, int least) {
        var byNumber = new TreeMap<Long, List<Long>>();
        for (var row : rows.of(persons))
            if (row.field() == IdentityField.PHONE)
                byNumber.computeIfAbsent(digits(vault.open(row.place(), row.text())), _ -> new ArrayList<>())
                        .add(row.personId());
        return runs(byNumber, least);
    }

    private static long digits(String phone) {
        return Long.parseLong(phone.replaceAll("[^0-9]", ""));
    }

    static List<List<Long>> runs(TreeMap<Long, List<Long>> byNumber, int least) {
        var found = new ArrayList<List<Long>>();
        var run = new ArrayList<Long>();
        int length = 0;
        long last = Long.MIN_VALUE;
        for (var entry : byNumber.entrySet()) {
            if (entry.getKey() != last + 1) {
                if (length >= least) found.add(List.copyOf(run));
                run.clear();
                length = 0;
            }
            run.addAll(entry.getValue());
            length++;
            last = entry.getKey();
        }
        if (length >= least) found.add(List.copyOf(run));
        return found;
    }
}
