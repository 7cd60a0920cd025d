package org.uniongrid.matter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.uniongrid.Union;
import org.uniongrid.foundation.Actor;

/** A district that a factory asks, and the clock of the step that waits there. */
class ClockScene {

    final Scene scene;
    final Union.Unit city;
    final Union.Unit east;
    final Actor chair;
    final Actor cadre;
    private final TaskClocks clocks;

    ClockScene(Scene scene, TaskClocks clocks, String word) {
        this.scene = scene;
        this.clocks = clocks;
        city = scene.union.city();
        east = scene.union.district(city, word);
        chair = scene.union.holder("union-chair", scene.union.enterprise(east, word + "厂"));
        cadre = scene.union.cadre(east);
    }

    UUID ask() {
        return scene.ask(chair, east);
    }

    void late(UUID id, String since) {
        set(
                id,
                "started_at = now() - interval '60 days', due_at = now() - interval '" + since
                        + "', alarm_at = now() - interval '" + since + "'");
    }

    void set(UUID id, String what) {
        scene.db
                .sql("update matter.task set " + what
                        + " where state = 'OPEN' and matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .update();
    }

    Task task(UUID id) {
        return scene.open(id, chair).getFirst();
    }

    TaskClocks.TaskClock clock(UUID id) {
        return Objects.requireNonNull(clocks.of(scene.matters.find(id, chair)).get(task(id).publicId()));
    }

    String level(UUID id) {
        return scene.db
                .sql(
                        "select alarm_level from matter.task where matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .query(String.class)
                .single();
    }

    Instant instant(UUID id, String column) {
        return scene.db
                .sql(
                        "select " + column
                                + " from matter.task where state = 'OPEN' and matter_id = (select id from matter.matter where public_id = ?)")
                .param(id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
