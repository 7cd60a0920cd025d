package org.uniongrid.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Rule;
import org.uniongrid.foundation.RuleBroken;

/** A district, a factory below it that asks, and the words of tests about what happens then. */
class Scene {

    final Union union;
    final MatterDesk desk;
    final Matters matters;
    final Tasks tasks;
    final Delegations delegations;
    final Allowed allowed;
    final JdbcClient db;

    Scene(
            Union union,
            MatterDesk desk,
            Matters matters,
            Tasks tasks,
            Delegations delegations,
            Allowed allowed,
            JdbcClient db) {
        this.union = union;
        this.desk = desk;
        this.matters = matters;
        this.tasks = tasks;
        this.delegations = delegations;
        this.allowed = allowed;
        this.db = db;
    }

    UUID ask(Actor actor, Union.Unit unit) {
        return desk.submit(
                actor,
                new MatterDesk.Request("general", unit.publicId(), "请协调职工食堂", "厂区没有食堂", null, UUID.randomUUID()));
    }

    /** What is in somebody's hands, seen by one who sees all of it. */
    List<Task> open(UUID id, Actor actor) {
        return tasks.open(matters.find(id, actor));
    }

    /** The one of them that is in these hands. */
    Task of(UUID id, Actor actor) {
        var hands = delegations.hands(actor);
        return tasks.undone(matters.find(id, actor)).stream()
                .filter(task -> task.isFor(hands))
                .reduce((one, other) -> other.waiting() ? one : other)
                .orElseThrow();
    }

    void act(Actor actor, UUID id, Action action, @Nullable String words, Act.Aim aim) {
        desk.act(
                actor,
                id,
                Act.of(action, of(id, actor).publicId(), words, UUID.randomUUID())
                        .to(aim));
    }

    void act(Actor actor, UUID id, Action action, @Nullable String words) {
        act(actor, id, action, words, Act.Aim.NONE);
    }

    void whole(Actor actor, UUID id, Action action, String words, Act.Aim aim) {
        desk.act(actor, id, Act.of(action, null, words, UUID.randomUUID()).to(aim));
    }

    static void broken(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    static UUID post(Actor actor) {
        return Objects.requireNonNull(actor.chosen()).id();
    }

    List<String> told(Actor actor) {
        return db.sql("select kind from notice.notice where person_id = ? and kind like 'matter.%' order by id")
                .param(actor.personId())
                .query(String.class)
                .list();
    }
}
