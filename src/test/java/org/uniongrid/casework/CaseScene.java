package org.uniongrid.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Asker;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Task;
import org.uniongrid.matter.Tasks;
import org.uniongrid.people.Persons;

/** Cases at a federation, as tests bring them there. */
@Component
public class CaseScene {

    public final Matters matters;
    public final Tasks tasks;
    public final MatterDesk desk;
    public final CaseFiles files;
    public final Claimants claimants;
    public final JdbcClient db;
    private final CaseKinds kinds;
    private final Persons persons;
    private final TransactionTemplate transaction;

    public CaseScene(
            Matters matters,
            Tasks tasks,
            MatterDesk desk,
            CaseFiles files,
            Claimants claimants,
            JdbcClient db,
            CaseKinds kinds,
            Persons persons,
            TransactionTemplate transaction) {
        this.matters = matters;
        this.tasks = tasks;
        this.desk = desk;
        this.files = files;
        this.claimants = claimants;
        this.db = db;
        this.kinds = kinds;
        this.persons = persons;
        this.transaction = transaction;
    }

    public CaseKind kind(String name) {
        return kinds.offered().stream()
                .filter(kind -> kind.chinese().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Written down at the clerk's union. */
    public UUID file(Actor clerk, String kind, boolean urgent, String claims) {
        var post = clerk.chosen();
        var unit = post == null ? null : post.unitId();
        if (unit == null) throw new IllegalArgumentException("a clerk of a union");
        var asker = new Asker(persons.add("周立"), "周立");
        var read = Claims.read(claims).claims();
        var request = new MatterDesk.Request(HotlineCase.KEY, unit, "拖欠工资", "来电反映拖欠工资", null, UUID.randomUUID());
        var heads = Math.max(1, read.names().size());
        var it = new CaseFiles.New(Channel.HOTLINE, null, kind(kind), urgent, heads, null, "宏图装饰", null);
        return desk.file(clerk, asker, request, matter -> claimants.addAll(files.add(matter, it), read));
    }

    public void act(Actor actor, UUID id, Action action, @Nullable String words) {
        desk.act(actor, id, Act.of(action, waiting(actor, id).publicId(), words, UUID.randomUUID()));
    }

    public Task waiting(Actor actor, UUID id) {
        return tasks.open(matters.find(id, actor)).getFirst();
    }

    public CaseFile caseFile(Actor actor, UUID id) {
        return files.of(matters.find(id, actor));
    }

    public List<Claimant> claimants(Actor actor, UUID id) {
        return claimants.of(caseFile(actor, id));
    }

    /** Accepted and replied to: it waits to be followed up. */
    public UUID replied(Actor clerk) {
        var id = file(clerk, "拖欠工资", false, "周立 2026-07 6000");
        act(clerk, id, Action.APPROVE, null);
        act(clerk, id, Action.REPLY, "已经到账");
        return id;
    }

    public static Visit said(@Nullable Boolean solved) {
        if (solved == null) return new Visit(Visit.Way.UNREACHED, null, null, null, "", Instant.EPOCH);
        return new Visit(Visit.Way.CALL, solved ? 5 : 1, solved, "来电人说", "", Instant.EPOCH);
    }

    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }
}
