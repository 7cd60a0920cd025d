package org.uniongrid.casework.handling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.CaseRule;
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.Claims;
import org.uniongrid.casework.Corrections;
import org.uniongrid.casework.Corrections.Correction;
import org.uniongrid.casework.Corrections.What;
import org.uniongrid.casework.Yuan;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;

/** Puts claims right, and writes down what is agreed and paid; each with its line in the record of corrections. */
@Component
class ClaimDesk {

    private final OpenCases cases;
    private final Claimants claimants;
    private final Corrections corrections;
    private final Clock clock;

    ClaimDesk(OpenCases cases, Claimants claimants, Corrections corrections, Clock clock) {
        this.cases = cases;
        this.claimants = claimants;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Some more, with their months; whoever is named already gets more months. */
    @Transactional
    public void add(Actor actor, UUID id, Claims claims, @Nullable String reason) {
        var open = cases.lock(actor, id);
        var named = claimants.of(open.file()).stream()
                .filter(one -> !one.isGone())
                .collect(Collectors.toMap(Claimant::name, one -> one));
        var fresh = claims.without(named.keySet());
        claimants.addAll(open.file().id(), fresh);
        corrections.addAll(
                actor,
                open.matter(),
                open.file(),
                fresh.names().stream()
                        .map(name -> new Correction(What.CLAIMANT_ADDED, name, null, Yuan.of(fresh.sum(name)), reason))
                        .toList());
        for (var known : named.values())
            claims.of(known.name()).forEach((month, amount) -> owe(actor, open, known, month, amount, reason));
        cases.atLeast(open, named.size() + fresh.names().size(), actor);
    }

    /** @param amount in fen; null where nothing is owed for the month */
    @Transactional
    public void owe(
            Actor actor, UUID id, UUID claimant, YearMonth month, @Nullable Long amount, @Nullable String reason) {
        var open = cases.lock(actor, id);
        owe(actor, open, claimants.find(open.file(), claimant), month, amount, reason);
    }

    private void owe(
            Actor actor,
            OpenCases.Open open,
            Claimant one,
            YearMonth month,
            @Nullable Long amount,
            @Nullable String reason) {
        var before = one.wages().stream()
                .filter(wage -> wage.month().equals(month))
                .map(Claimant.Wage::amount)
                .findFirst();
        if (before.isPresent() ? before.get().equals(amount) : amount == null) return;
        var claimed = one.claimed() - before.orElse(0L) + (amount == null ? 0 : amount);
        var most = one.agreed() == null ? claimed : one.agreed();
        if (one.paid() > most)
            throw new RuleBroken(CaseRule.PAID_IS_NOT_MORE_THAN_AGREED, Yuan.of(most), Yuan.of(one.paid()));
        claimants.owe(one.id(), month, amount);
        var was = before.map(Yuan::of).orElse(null);
        write(
                actor,
                open,
                new Correction(
                        What.WAGE, one.name() + " " + month, was, amount == null ? null : Yuan.of(amount), reason));
    }

    @Transactional
    public void rename(Actor actor, UUID id, UUID claimant, String name, @Nullable String reason) {
        var open = cases.lock(actor, id);
        var one = claimants.find(open.file(), claimant);
        if (one.name().equals(name)) return;
        claimants.rename(one, name);
        write(actor, open, new Correction(What.CLAIMANT_RENAMED, "", one.name(), name, reason));
    }

    @Transactional
    public void leave(Actor actor, UUID id, UUID claimant, String reason) {
        var open = cases.lock(actor, id);
        var one = claimants.find(open.file(), claimant);
        claimants.leave(one);
        write(actor, open, new Correction(What.CLAIMANT_LEFT, one.name(), Yuan.of(one.claimed()), null, reason));
    }

    /** What the employer and the claimant agree on. */
    @Transactional
    public void agree(Actor actor, UUID id, UUID claimant, long amount, @Nullable String reason) {
        var open = cases.lock(actor, id);
        var one = claimants.find(open.file(), claimant);
        if (one.paid() > amount)
            throw new RuleBroken(CaseRule.PAID_IS_NOT_MORE_THAN_AGREED, Yuan.of(amount), Yuan.of(one.paid()));
        claimants.agree(one, amount);
        var before = one.agreed() == null ? null : Yuan.of(one.agreed());
        write(actor, open, new Correction(What.AGREED, one.name(), before, Yuan.of(amount), reason));
    }

    /** Money that came. */
    record Money(long amount, LocalDate on, Claimant.Way way, String evidence) {}

    /** Sent again, it is one payment. */
    @Transactional
    public void pay(Actor actor, UUID id, UUID claimant, Money money, UUID key) {
        var open = cases.lock(actor, id);
        if (claimants.isPaid(key)) return;
        var one = claimants.find(open.file(), claimant);
        CaseRule.PAID_BY_TODAY.require(!money.on().isAfter(LocalDate.now(clock)));
        if (money.amount() > one.open())
            throw new RuleBroken(
                    CaseRule.PAID_IS_NOT_MORE_THAN_AGREED,
                    Yuan.of(one.open() + one.paid()),
                    Yuan.of(one.paid() + money.amount()));
        if (!claimants.pay(one, money.amount(), money.on(), money.way(), money.evidence(), key)) return;
        write(actor, open, new Correction(What.PAID, one.name(), null, Yuan.of(money.amount()), money.evidence()));
    }

    /** It did not come after all. */
    @Transactional
    public void cancel(Actor actor, UUID id, UUID payment, String reason) {
        var open = cases.lock(actor, id);
        for (var one : claimants.of(open.file()))
            for (var paid : one.payments())
                if (paid.publicId().equals(payment)) {
                    if (paid.cancelled()) return;
                    claimants.cancel(paid);
                    write(
                            actor,
                            open,
                            new Correction(What.PAYMENT_CANCELLED, one.name(), Yuan.of(paid.amount()), null, reason));
                    return;
                }
        throw new NoSuchElementException("No payment " + payment);
    }

    private void write(Actor actor, OpenCases.Open open, Correction it) {
        corrections.addAll(actor, open.matter(), open.file(), List.of(it));
    }
}
