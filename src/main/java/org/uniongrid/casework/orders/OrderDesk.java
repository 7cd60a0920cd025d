package org.uniongrid.casework.orders;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.Callers;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Channel;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.Claims;
import org.uniongrid.casework.HotlineCase;
import org.uniongrid.casework.Yuan;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.people.IdentityField;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.BadParameters.Fault;

/** Takes in orders of other systems, each once, and says what came of them. */
@Component
class OrderDesk {

    static final String ENTER = "casework.case.enter";

    private static final int NUMBER = 60;
    private static final int NAME = 40;
    private static final int TITLE = 80;
    private static final int WORDS = 2_000;
    private static final int EMPLOYER = 100;
    private static final int HEADS = 100_000;

    private final OrderBook book;
    private final UnitDirectory units;
    private final CaseKinds kinds;
    private final Callers callers;
    private final MatterDesk matters;
    private final CaseFiles files;
    private final Claimants claimants;
    private final AuditTrail trail;

    OrderDesk(
            OrderBook book,
            UnitDirectory units,
            CaseKinds kinds,
            Callers callers,
            MatterDesk matters,
            CaseFiles files,
            Claimants claimants,
            AuditTrail trail) {
        this.book = book;
        this.units = units;
        this.kinds = kinds;
        this.callers = callers;
        this.matters = matters;
        this.files = files;
        this.claimants = claimants;
        this.trail = trail;
    }

    /** @throws BadParameters with each field that does not fit; then nothing is kept */
    @Transactional
    public OrderState take(Actor program, Order order) {
        var reach = program.reach(ENTER);
        var faults = new ArrayList<Fault>();
        check(order, faults);
        var claims = claims(order, faults);
        if (!faults.isEmpty()) throw new BadParameters(faults);
        var number = text(order.number());
        book.lock(number);
        var known = book.known(number, reach);
        if (known.isPresent()) return known.get();
        var unit = unit(program, order);
        var asker = callers.asker(text(order.caller()), phone(order).orElseThrow());
        var kind = kind(order);
        var title = text(order.title()).isEmpty() ? kind.chinese() : text(order.title());
        var request = new MatterDesk.Request(
                HotlineCase.KEY, unit.publicId(), title, text(order.words()), null, UUID.randomUUID());
        var it = new CaseFiles.New(
                Channel.TRANSFER,
                number,
                kind,
                Boolean.TRUE.equals(order.urgent()),
                Math.max(
                        Objects.requireNonNullElse(order.heads(), 1),
                        Math.max(1, claims.names().size())),
                null,
                emptyAsNull(order.employer()),
                emptyAsNull(order.place()));
        var caller = Actor.worker(asker.personId(), asker.name());
        var matter = matters.file(caller, asker, request, filed -> claimants.addAll(files.add(filed, it), claims));
        trail.add(program, Deed.of("casework.order", "casework.case", matter, number));
        return book.find(number, reach);
    }

    /** The other system has the answer. */
    @Transactional
    public OrderState report(Actor program, String number) {
        var reach = program.reach(ENTER);
        var matter = book.report(number, reach);
        trail.add(program, Deed.of("casework.report", "casework.case", matter, number));
        return book.find(number, reach);
    }

    private UnitDirectory.Found unit(Actor program, Order order) {
        var reach = program.reach(ENTER);
        if (order.union() != null) return units.find(order.union(), reach);
        return units.tops(reach).stream().findFirst().orElseThrow(() -> new NoSuchElementException("no union"));
    }

    private CaseKind kind(Order order) {
        var offered = kinds.offered();
        return offered.stream()
                .filter(kind -> kind.chinese().equals(text(order.kind())))
                .findFirst()
                .or(() -> kinds.suggested(text(order.words())).stream().findFirst())
                .orElseGet(offered::getLast);
    }

    private static void check(Order order, List<Fault> faults) {
        check(faults, "number", isWithin(order.number(), 2, NUMBER), "case.number.length", NUMBER);
        check(faults, "caller", isWithin(order.caller(), 2, NAME), "case.caller.length", NAME);
        check(faults, "phone", phone(order).isPresent(), "case.phone.wrong");
        check(faults, "words", isWithin(order.words(), 2, WORDS), "matter.words.length");
        check(
                faults,
                "title",
                text(order.title()).isEmpty() || isWithin(order.title(), 2, TITLE),
                "matter.title.length");
        check(
                faults,
                "employer",
                text(order.employer()).isEmpty() || isWithin(order.employer(), 2, EMPLOYER),
                "case.employer.length",
                EMPLOYER);
        check(
                faults,
                "place",
                text(order.place()).isEmpty() || isWithin(order.place(), 2, EMPLOYER),
                "case.employer.length",
                EMPLOYER);
        var heads = Objects.requireNonNullElse(order.heads(), 1);
        check(faults, "heads", heads >= 1 && heads <= HEADS, "case.heads.wrong", HEADS);
    }

    private static void check(List<Fault> faults, String field, boolean right, String key, Object... values) {
        if (!right) faults.add(new Fault(field, key, List.of(values)));
    }

    private static Claims claims(Order order, List<Fault> faults) {
        var months = new LinkedHashMap<String, Map<YearMonth, Long>>();
        int line = 0;
        for (var claim : Objects.requireNonNullElse(order.claims(), List.<Order.Claim>of())) {
            line++;
            var month = month(text(claim.month()));
            var amount = Yuan.read(text(claim.amount()));
            check(faults, "claims", isWithin(claim.name(), 2, NAME), "case.claims.line", line);
            check(faults, "claims", month.isPresent(), "case.claims.month", line);
            check(faults, "claims", amount.isPresent(), "case.claims.amount", line);
            if (month.isEmpty() || amount.isEmpty()) continue;
            var own = months.computeIfAbsent(text(claim.name()), _ -> new TreeMap<>());
            check(faults, "claims", own.putIfAbsent(month.get(), amount.get()) == null, "case.claims.twice", line);
        }
        if (line > Claims.MOST) faults.add(new Fault("claims", "case.claims.many", List.of(Claims.MOST + 1)));
        return new Claims(months);
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed)).filter(month -> month.getYear() >= 1990);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> phone(Order order) {
        return IdentityField.PHONE.read(text(order.phone()));
    }

    private static boolean isWithin(@Nullable String text, int least, int most) {
        return text(text).length() >= least && text(text).length() <= most;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        var stripped = text(text);
        return stripped.isEmpty() ? null : stripped;
    }
}
