package org.uniongrid.matter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.Unscoped;

/** Writes versions of routes: what is in force ends when the next begins. */
@Component
@Unscoped("writes for the desk of routes, and for the platform at its start")
class RouteBook {

    private final MatterKinds kinds;
    private final JdbcClient db;
    private final Clock clock;

    RouteBook(MatterKinds kinds, JdbcClient db, Clock clock) {
        this.kinds = kinds;
        this.db = db;
        this.clock = clock;
    }

    /** At every start: a kind whose route has changed gets the next version; matters that run keep theirs. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    void ship() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('matter.route', 0))")
                .query()
                .singleRow();
        for (var kind : kinds.all()) {
            var content = text(kind);
            if (!isShipped(kind.key(), content)) add(kind.key(), null, kind.route(), content, null, null);
        }
    }

    /** The same for the same route, in whatever order its sets come. */
    private static String text(MatterKind kind) {
        return kind.route().stream()
                .map(step -> String.join(
                        " ",
                        step.key(),
                        step.seat().name(),
                        String.valueOf(step.role()),
                        step.clock(),
                        step.actions().stream().sorted().toList().toString() + condition(step)))
                .collect(Collectors.joining("\n"));
    }

    private static String condition(Step step) {
        return step.condition() == StepCondition.ALWAYS ? "" : " " + step.condition();
    }

    private boolean isShipped(String kind, String content) {
        return db.sql("""
                        select exists (select from matter.route
                        where kind = ? and unit_id is null and ended_at is null and shipped = ?)
                        """).params(kind, content).query(Boolean.class).single();
    }

    /** @return whether there was one in force that ended now */
    boolean end(String kind, @Nullable Long unit) {
        return db.sql("""
                        update matter.route set ended_at = :now
                        where kind = :kind and unit_id is not distinct from :unit and ended_at is null
                        """)
                        .param("now", now())
                        .param("kind", kind)
                        .param("unit", unit)
                        .update()
                == 1;
    }

    void add(
            String kind,
            @Nullable Long unit,
            List<Step> steps,
            @Nullable String shipped,
            @Nullable String note,
            @Nullable Actor actor) {
        end(kind, unit);
        var route = db.sql("""
                        insert into matter.route (kind, unit_id, version, shipped, note, person_id, person_name, since)
                        values (:kind, :unit, (select coalesce(max(version), 0) + 1 from matter.route
                            where kind = :kind and unit_id is not distinct from :unit), :shipped, :note, :person, :name, :now)
                        returning id
                        """)
                .param("kind", kind)
                .param("unit", unit)
                .param("shipped", shipped)
                .param("note", note)
                .param("person", actor == null ? null : actor.personId())
                .param("name", actor == null ? null : actor.name())
                .param("now", now())
                .query(Long.class)
                .single();
        for (int nr = 1; nr <= steps.size(); nr++) addStep(route, nr, steps.get(nr - 1));
    }

    private void addStep(long route, int nr, Step step) {
        db.sql("""
                        insert into matter.route_step (route_id, nr, key, name, seat, role_id, clock, actions, condition)
                        values (:route, :nr, :key, :name, :seat, (select id from organisation.role where key = :role), :clock, :actions, :condition)
                        """)
                .param("route", route)
                .param("nr", nr)
                .param("key", step.key())
                .param("name", step.ownName())
                .param("seat", step.seat().name())
                .param("role", step.role())
                .param("clock", step.clock())
                .param("condition", step.condition().name())
                .param(
                        "actions",
                        step.actions().stream().sorted().map(Enum::name).toArray(String[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
