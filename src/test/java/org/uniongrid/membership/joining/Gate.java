package org.uniongrid.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.Union;
import org.uniongrid.access.Client;
import org.uniongrid.access.SentCodes;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.Delegations;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.matter.Matters;
import org.uniongrid.matter.Tasks;
import org.uniongrid.membership.Consents;
import org.uniongrid.membership.Decides;
import org.uniongrid.membership.Door;
import org.uniongrid.membership.Doors;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.membership.Stay;
import org.uniongrid.membership.Stays;
import org.uniongrid.people.Vault;

/** A gate with the code of a union on it, and workers who scan it. */
class Gate {

    static final String CODE = "135790";

    private static final AtomicInteger NEXT = new AtomicInteger();

    final JoinDesk desk;
    final Stays stays;
    final Doors doors;
    final JdbcClient db;
    private final MatterDesk matters;
    private final Matters found;
    private final Tasks tasks;
    private final Delegations delegations;
    private final SentCodes codes;

    Gate(
            JoinDesk desk,
            Stays stays,
            Doors doors,
            JdbcClient db,
            Vault vault,
            TransactionTemplate transaction,
            MatterDesk matters,
            Matters found,
            Tasks tasks,
            Delegations delegations) {
        this.matters = matters;
        this.found = found;
        this.tasks = tasks;
        this.delegations = delegations;
        this.desk = desk;
        this.stays = stays;
        this.doors = doors;
        this.db = db;
        this.codes = new SentCodes(db, vault, transaction);
    }

    Door door(Union.Unit unit, Decides decides, Actor cadre) {
        var code = "%08d".formatted(NEXT.incrementAndGet());
        doors.add(unit.id(), code, "一号门", decides, cadre.personId());
        return doors.open(code).orElseThrow();
    }

    JoinDesk.Newcomer newcomer(String name, String phone) {
        return new JoinDesk.Newcomer(name, phone, null, null);
    }

    static JoinDesk.Wish wish(boolean goingOver) {
        return new JoinDesk.Wish("rider", null, goingOver, EnumSet.of(Consents.Purpose.MEMBERSHIP), UUID.randomUUID());
    }

    String proof(Door door, String phone) {
        codes.passTime(phone);
        desk.sendCode(phone, new Client("192.0.2.7", null));
        codes.set(phone, JoinDesk.PURPOSE, CODE);
        return desk.prove(door, phone, CODE).orElseThrow();
    }

    long join(Door door, JoinDesk.Newcomer who, JoinDesk.Wish wish) {
        return desk.join(door, who, proof(door, who.phone()), wish);
    }

    long join(Door door, String name, String phone) {
        return join(door, newcomer(name, phone), wish(true));
    }

    @Nullable
    Stay stay(long person) {
        return stays.current(person).orElse(null);
    }

    /** The matter that waits about this person, of this kind. */
    UUID matter(long person, String kind) {
        return db.sql("select public_id from matter.matter where person_id = ? and kind = ? order by id desc limit 1")
                .params(person, kind)
                .query(UUID.class)
                .single();
    }

    /** The union that somebody is in. */
    UUID union(long person) {
        return stays.current(person).orElseThrow().unit();
    }

    /** At the step that is in these hands. */
    void act(Actor actor, UUID matter, Action action, @Nullable String words) {
        var hands = delegations.hands(actor);
        var task = tasks.open(found.find(matter, actor)).stream()
                .filter(one -> one.isFor(hands))
                .findFirst()
                .orElseThrow();
        matters.act(actor, matter, Act.of(action, task.publicId(), words, UUID.randomUUID()));
    }

    void withdraw(long person, String name, UUID matter) {
        matters.act(Actor.worker(person, name), matter, Act.of(Action.WITHDRAW, null, "不办了", UUID.randomUUID()));
    }

    static void broken(MemberRule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
