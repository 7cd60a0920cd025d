package org.uniongrid.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
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
import org.uniongrid.casework.Claimant;
import org.uniongrid.casework.Claimants;
import org.uniongrid.casework.Claims;
import org.uniongrid.casework.Entry;
import org.uniongrid.casework.Filing;
import org.uniongrid.casework.Visit;
import org.uniongrid.casework.Visits;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Matter;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.organisation.Posts;
import org.uniongrid.organisation.UnitDirectory;

/** The cases of the demonstration: what callers brought to the federation of the zone, each at another point of its way. */
@Component
class DemoCases {

    private static final Actor JOB = Actor.system("demo", "organisation.unit.read");

    private final Posts posts;
    private final UnitDirectory units;
    private final Callers callers;
    private final Filing filing;
    private final MatterDesk desk;
    private final Matters matters;
    private final Tasks tasks;
    private final CaseFiles files;
    private final CaseKinds kinds;
    private final Claimants claimants;
    private final Visits visits;
    private final Clock clock;

    DemoCases(
            Posts posts,
            UnitDirectory units,
            Callers callers,
            Filing filing,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            CaseFiles files,
            CaseKinds kinds,
            Claimants claimants,
            Visits visits,
            Clock clock) {
        this.posts = posts;
        this.units = units;
        this.callers = callers;
        this.filing = filing;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.files = files;
        this.kinds = kinds;
        this.claimants = claimants;
        this.visits = visits;
        this.clock = clock;
    }

    /** How far one has come. */
    private enum Point {
        WRITTEN,
        ACCEPTED,
        PAID,
        REPLIED,
        CLOSED
    }

    private record Told(String kind, String employer, String words, boolean urgent, int claimants) {

        static Told of(Vocabulary.Entry line) {
            return new Told(
                    line.text(0), line.text(1), line.text(2), line.text(3).equals("yes"), line.number(4));
        }
    }

    /** Written down by whoever is the cadre. */
    @Transactional
    public void load(Cadre cadre, String role) {
        var unit = units.named(cadre.unitName(), JOB.reach("organisation.unit.read"))
                .orElseThrow();
        var person = posts.holder(unit, role).orElseThrow();
        var held = posts.heldBy(person);
        var clerk = new Actor(person, cadre.personName(), held, held.getFirst());
        var names = new MemberNames(new Dice(20_261_203));
        int nr = 0;
        for (var told : Vocabulary.read("cases", Told::of)) {
            var point = Point.values()[nr % Point.values().length];
            var channel = Channel.WRITTEN_DOWN.get(nr % 2);
            come(clerk, write(clerk, unit, told, channel, names), point);
            nr++;
        }
    }

    private UUID write(Actor clerk, UUID unit, Told told, Channel channel, MemberNames names) {
        var claims = claims(told, names);
        var caller = claims.isEmpty() ? names.next() : claims.names().getFirst();
        var phone = names.phone();
        var it = new CaseFiles.New(
                channel,
                null,
                kind(told.kind()),
                told.urgent(),
                Math.max(1, claims.names().size()),
                null,
                told.employer(),
                null);
        var entry = new Entry(caller, phone, told.kind() + " · " + told.employer(), told.words(), it, claims);
        return filing.file(clerk, callers.asker(caller, phone), unit, entry, UUID.randomUUID());
    }

    private Claims claims(Told told, MemberNames names) {
        var months = new TreeMap<String, Map<YearMonth, Long>>();
        var latest = YearMonth.now(clock).minusMonths(1);
        for (int i = 0; i < told.claimants(); i++)
            months.put(
                    names.next(),
                    Map.of(latest, 600_000L + i * 50_000L, latest.minusMonths(1), 600_000L + i * 50_000L));
        return new Claims(months);
    }

    private CaseKind kind(String name) {
        return kinds.offered().stream()
                .filter(kind -> kind.chinese().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void come(Actor clerk, UUID id, Point point) {
        if (point.compareTo(Point.ACCEPTED) >= 0) act(clerk, id, Action.APPROVE, null);
        if (point.compareTo(Point.PAID) >= 0) pay(clerk, id);
        if (point.compareTo(Point.REPLIED) >= 0) act(clerk, id, Action.REPLY, words("reply"));
        if (point != Point.CLOSED) return;
        var said = new Visit(Visit.Way.CALL, 5, true, words("thanks"), clerk.name(), Instant.EPOCH);
        visits.add(clerk, files.of(matter(clerk, id)), said, UUID.randomUUID());
        act(clerk, id, Action.ANSWER, null);
    }

    private void pay(Actor clerk, UUID id) {
        for (var one : claimants.of(files.of(matter(clerk, id))))
            claimants.pay(
                    one, one.claimed(), LocalDate.now(clock), Claimant.Way.BANK, words("evidence"), UUID.randomUUID());
    }

    private void act(Actor clerk, UUID id, Action action, @Nullable String words) {
        var task = tasks.open(matter(clerk, id)).getFirst();
        desk.act(clerk, id, Act.of(action, task.publicId(), words, UUID.randomUUID()));
    }

    private static String words(String what) {
        return Vocabulary.words("case-" + what).getFirst();
    }

    private Matter matter(Actor clerk, UUID id) {
        return matters.find(id, clerk);
    }
}
