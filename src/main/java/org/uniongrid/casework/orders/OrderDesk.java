package org.uniongrid.casework.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.casework.Callers;
import org.uniongrid.casework.CaseFiles;
import org.uniongrid.casework.CaseKind;
import org.uniongrid.casework.CaseKinds;
import org.uniongrid.casework.Channel;
import org.uniongrid.casework.EntryForm;
import org.uniongrid.casework.Filing;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.AuditTrail;
import org.uniongrid.foundation.Deed;
import org.uniongrid.foundation.Reach;
import org.uniongrid.organisation.UnitDirectory;
import org.uniongrid.web.BadParameters;
import org.uniongrid.web.BadParameters.Fault;
import org.uniongrid.web.Form;
import org.uniongrid.web.Templates;

/** Takes in orders of other systems, each once and by the rules of our own form, and says what came of them. */
@Component
class OrderDesk {

    static final String ENTER = CaseFiles.ENTER;

    private final OrderBook book;
    private final UnitDirectory units;
    private final CaseKinds kinds;
    private final EntryForm entries;
    private final Callers callers;
    private final Filing filing;
    private final Templates templates;
    private final AuditTrail trail;

    OrderDesk(
            OrderBook book,
            UnitDirectory units,
            CaseKinds kinds,
            EntryForm entries,
            Callers callers,
            Filing filing,
            Templates templates,
            AuditTrail trail) {
        this.book = book;
        this.units = units;
        this.kinds = kinds;
        this.entries = entries;
        this.callers = callers;
        this.filing = filing;
        this.templates = templates;
        this.trail = trail;
    }

    /** @throws BadParameters with each field that does not fit; then nothing is kept */
    @Transactional
    public OrderState take(Actor program, Order order) {
        var reach = program.reach(ENTER);
        var form = form(order);
        require(entries.checkedAtDesk(form)
                .check("number", !form.value("number").isBlank(), "web.form.required"));
        var number = form.value("number").strip();
        book.lock(number);
        var known = book.known(number, reach);
        if (known.isPresent()) return known.get();
        var entry = entries.entry(program, form, Channel.TRANSFER, templates.say(Locale.SIMPLIFIED_CHINESE));
        var asker = callers.asker(entry.caller(), entry.phone());
        var caller = Actor.worker(asker.personId(), asker.name());
        var matter = filing.file(caller, asker, union(order, reach), entry, UUID.randomUUID());
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

    private UUID union(Order order, Reach reach) {
        if (order.union() != null) return units.find(order.union(), reach).publicId();
        return units.tops(reach).stream()
                .findFirst()
                .map(UnitDirectory.Found::publicId)
                .orElseThrow(() -> new NoSuchElementException("no union"));
    }

    /** Filled in as an operator would. A caller of another hotline has a phone. */
    private Form form(Order it) {
        var typed = new HashMap<String, List<String>>();
        put(typed, "channel", Channel.HOTLINE.name());
        put(typed, "number", it.number());
        put(typed, "caller", it.caller());
        put(typed, "phone", it.phone());
        put(typed, "kind", kind(it).publicId().toString());
        put(typed, "title", it.title());
        put(typed, "words", it.words());
        put(typed, "employer", it.employer());
        put(typed, "place", it.place());
        put(typed, "heads", it.heads() == null ? null : it.heads().toString());
        put(typed, "urgent", Boolean.TRUE.equals(it.urgent()) ? "true" : null);
        put(typed, "claims", claims(it));
        return Form.of(typed);
    }

    private static void put(Map<String, List<String>> typed, String field, @Nullable String value) {
        if (value != null) typed.put(field, List.of(value));
    }

    /** The one of that name, else one that the words suggest, else the last of the list. */
    private CaseKind kind(Order it) {
        var offered = kinds.offered();
        return offered.stream()
                .filter(kind -> kind.chinese().equals(it.kind()))
                .findFirst()
                .or(() -> kinds.suggested(Objects.requireNonNullElse(it.words(), "")).stream()
                        .findFirst())
                .orElseGet(offered::getLast);
    }

    private static String claims(Order it) {
        return Objects.requireNonNullElse(it.claims(), List.<Order.Claim>of()).stream()
                .map(claim -> claim.name() + " " + claim.month() + " " + claim.amount())
                .collect(Collectors.joining("\n"));
    }

    private static void require(Form form) {
        if (!form.isWrong()) return;
        throw new BadParameters(form.problems().entrySet().stream()
                .map(wrong -> new Fault(
                        wrong.getKey(), wrong.getValue().key(), wrong.getValue().values()))
                .toList());
    }
}
