package org.uniongrid.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;

/** Who claims what in a case. What is put right here is written down in {@link Corrections} by whoever does it. */
@Repository
@Unscoped("of cases whose matters were found for their readers")
public class Claimants {

    private final JdbcClient db;
    private final Clock clock;

    Claimants(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record WageRow(long claimant, Claimant.Wage wage) {}

    private record PaymentRow(long claimant, Claimant.Payment payment) {}

    /** Those who have left too, at the end. */
    public List<Claimant> of(CaseFile file) {
        var wages = wages(file).stream()
                .collect(Collectors.groupingBy(
                        WageRow::claimant, Collectors.mapping(WageRow::wage, Collectors.toList())));
        var payments = payments(file).stream()
                .collect(Collectors.groupingBy(
                        PaymentRow::claimant, Collectors.mapping(PaymentRow::payment, Collectors.toList())));
        return db.sql("""
                        select id, public_id, name, left_at, claimed, agreed, paid from casework.claimant
                        where case_id = ? order by left_at is not null, id
                        """)
                .param(file.id())
                .query((row, number) -> claimant(row, wages, payments))
                .list();
    }

    /** @throws NoSuchElementException where the case has none such who still claims */
    public Claimant find(CaseFile file, UUID id) {
        return of(file).stream()
                .filter(one -> one.publicId().equals(id) && !one.isGone())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No claimant " + id));
    }

    /** Adds all of them with their months, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAll(long caseId, Claims claims) {
        if (claims.isEmpty()) return;
        var owed = claims.months().entrySet().stream()
                .flatMap(one -> one.getValue().entrySet().stream()
                        .map(month ->
                                new Owed(one.getKey(), month.getKey().atDay(1).toString(), month.getValue())))
                .toList();
        try {
            db.sql("""
                            with added as (
                                insert into casework.claimant (case_id, name, joined_at)
                                select :case, name, :now from unnest(:names) with ordinality as n(name, nr) order by nr returning id, name)
                            insert into casework.wage (claimant_id, month, amount, since)
                            select a.id, w.month, w.amount, :now from unnest(:owners, :months::date[], :amounts) w(name, month, amount)
                            join added a using (name)
                            """)
                    .param("case", caseId)
                    .param("now", now())
                    .param("names", claims.names().toArray(String[]::new))
                    .param("owners", owed.stream().map(Owed::name).toArray(String[]::new))
                    .param("months", owed.stream().map(Owed::month).toArray(String[]::new))
                    .param("amounts", owed.stream().map(Owed::amount).toArray(Long[]::new))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(CaseRule.CLAIMANT_NAMED_ONCE);
        }
    }

    private record Owed(String name, String month, long amount) {}

    /** In place of what stood for that month; null where nothing is owed for it after all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(long claimant, YearMonth month, @Nullable Long amount) {
        db.sql("update casework.wage set until = ? where claimant_id = ? and month = ? and until is null")
                .params(now(), claimant, month.atDay(1))
                .update();
        if (amount == null) return;
        db.sql("insert into casework.wage (claimant_id, month, amount, since) values (?, ?, ?, ?)")
                .params(claimant, month.atDay(1), amount, now())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(Claimant one, String name) {
        try {
            db.sql("update casework.claimant set name = ? where id = ?")
                    .params(name, one.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(CaseRule.CLAIMANT_NAMED_ONCE);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Claimant one) {
        CaseRule.WHO_WAS_PAID_DOES_NOT_LEAVE.require(one.paid() == 0);
        db.sql("update casework.claimant set left_at = ? where id = ?")
                .params(now(), one.id())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void agree(Claimant one, long amount) {
        db.sql("update casework.claimant set agreed = ? where id = ?")
                .params(amount, one.id())
                .update();
    }

    /** @return whether it is new; false where this form was sent before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pay(Claimant one, long amount, LocalDate on, Claimant.Way way, String evidence, UUID key) {
        return db.sql("""
                        insert into casework.payment (claimant_id, amount, paid_on, way, evidence, key, at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing
                        """)
                        .params(one.id(), amount, on, way.name(), evidence, key, now())
                        .update()
                == 1;
    }

    public boolean isPaid(UUID key) {
        return db.sql("select exists (select from casework.payment where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(Claimant.Payment payment) {
        db.sql("update casework.payment set cancelled_at = ? where public_id = ? and cancelled_at is null")
                .params(now(), payment.publicId())
                .update();
    }

    private List<WageRow> wages(CaseFile file) {
        return db.sql("""
                        select w.claimant_id, w.month, w.amount from casework.wage w join casework.claimant c on c.id = w.claimant_id
                        where c.case_id = ? and w.until is null order by w.month
                        """)
                .param(file.id())
                .query((row, number) -> new WageRow(
                        row.getLong("claimant_id"),
                        new Claimant.Wage(
                                YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("amount"))))
                .list();
    }

    private List<PaymentRow> payments(CaseFile file) {
        return db.sql("""
                        select p.claimant_id, p.public_id, p.amount, p.paid_on, p.way, p.evidence, p.cancelled_at is not null as cancelled
                        from casework.payment p join casework.claimant c on c.id = p.claimant_id
                        where c.case_id = ? order by p.id
                        """)
                .param(file.id())
                .query((row, number) -> new PaymentRow(row.getLong("claimant_id"), payment(row)))
                .list();
    }

    private static Claimant.Payment payment(ResultSet row) throws SQLException {
        return new Claimant.Payment(
                row.getObject("public_id", UUID.class),
                row.getLong("amount"),
                row.getObject("paid_on", LocalDate.class),
                Claimant.Way.valueOf(row.getString("way")),
                row.getString("evidence"),
                row.getBoolean("cancelled"));
    }

    private static Claimant claimant(
            ResultSet row, Map<Long, List<Claimant.Wage>> wages, Map<Long, List<Claimant.Payment>> payments)
            throws SQLException {
        var id = row.getLong("id");
        var left = row.getObject("left_at", OffsetDateTime.class);
        return new Claimant(
                id,
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                left == null ? null : left.toInstant(),
                row.getLong("claimed"),
                row.getObject("agreed", Long.class),
                row.getLong("paid"),
                wages.getOrDefault(id, List.of()),
                payments.getOrDefault(id, List.of()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
