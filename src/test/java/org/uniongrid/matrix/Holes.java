package org.uniongrid.matrix;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.NotPermitted;
import org.uniongrid.foundation.Permission;
import org.uniongrid.foundation.Reach;

/** A hole of every kind. None of this is ever mapped but by the test that must find it. */
class Holes {

    private static final String READ = "organisation.unit.read";
    private static final String EVERYWHERE = "select name from organisation.unit where public_id = ?";

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Holes(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Planted(value = "GET, /planted/silent, organisation.unit.read, list, unit, , , , ,", found = "403")
    ResponseEntity<String> namesNoPermission(Actor actor) {
        return ResponseEntity.ok(actor.name());
    }

    @Planted(value = "GET, /planted/weak, organisation.union.import, none, any, , , , ,", found = "should be 403")
    @Permission(READ)
    ResponseEntity<String> asksForLessThanWasDecided(Actor actor) {
        return ResponseEntity.ok(actor.name());
    }

    @Planted(
            value = "GET, /planted/read/{id}, organisation.unit.read, read, unit, id=unit, , , ,",
            found = "out of reach")
    @Permission(READ)
    ResponseEntity<String> readsAnybodys(@PathVariable UUID id) {
        return ResponseEntity.ok(name(id));
    }

    @Planted(
            value = "POST, /planted/write/{id}, organisation.unit.read, write, unit, id=unit, , , , untold",
            found = "on what is out of reach")
    @Permission(READ)
    ResponseEntity<String> writesAnybodys(@PathVariable UUID id) {
        touch(id);
        return ResponseEntity.ok("done");
    }

    @Planted(
            value = "POST, /planted/late/{id}, organisation.unit.read, write, unit, id=unit, , , , untold",
            found = "refuses, but wrote [organisation.unit]")
    @Permission(READ)
    ResponseEntity<String> writesBeforeItRefuses(Actor actor, @PathVariable UUID id) {
        touch(id);
        find(id, actor.reach(READ));
        return ResponseEntity.ok("done");
    }

    @Planted(value = "GET, /planted/list, organisation.unit.read, list, unit, , , unit, ,", found = "out of reach")
    @Permission(READ)
    ResponseEntity<String> listsEverything() {
        return ResponseEntity.ok(names("select name from organisation.unit"));
    }

    @Planted(value = "GET, /planted/short, organisation.unit.read, list, unit, , , unit, ,", found = "leaves out")
    @Permission(READ)
    ResponseEntity<String> listsTooLittle() {
        return ResponseEntity.ok("");
    }

    @Planted(value = "GET, /planted/search, organisation.unit.read, list, unit, , | q=矩, , ,", found = "(q=矩)")
    @Permission(READ)
    ResponseEntity<String> searchesEverywhere(Actor actor, @RequestParam(defaultValue = "") String q) {
        return ResponseEntity.ok(
                q.isEmpty()
                        ? within(actor.reach(READ))
                        : names("select name from organisation.unit where name like ?", "%" + q + "%"));
    }

    @Planted(value = "GET, /planted/page, organisation.unit.read, list, unit, , , unit, ,", found = "out of reach")
    @Permission(READ)
    ResponseEntity<String> tellsWhereAPageBegins(Actor actor, @RequestParam(required = false) UUID after) {
        return ResponseEntity.ok((after == null ? "" : "from " + name(after) + "\n") + within(actor.reach(READ)));
    }

    @Planted(value = "GET, /planted/export, organisation.unit.read, export, unit, , , , ,", found = "out of reach")
    @Permission(READ)
    ResponseEntity<byte[]> exportsEverything() {
        return ResponseEntity.ok(
                names("select name from organisation.unit").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Planted(
            value = "GET, /planted/count, organisation.unit.read, list, unit, , , , ,",
            found = "something changed out of reach")
    @Permission(READ)
    ResponseEntity<String> countsEverything() {
        return ResponseEntity.ok(names("select count(*)::text from organisation.unit"));
    }

    @Planted(
            value = "GET, /planted/wide/{id}, organisation.unit.read, read, unit, id=unit, , , ,",
            found = "out of reach")
    @Permission(READ)
    ResponseEntity<String> goesByAnotherPost(Actor actor, @PathVariable UUID id) {
        var scopes = actor.posts().stream()
                .map(Actor.Post::scope)
                .filter(java.util.Objects::nonNull)
                .toList();
        return ResponseEntity.ok(find(id, scopes.isEmpty() ? actor.reach(READ) : new Reach.Units(scopes)));
    }

    @Planted(value = "GET, /planted/told/{id}, organisation.unit.read, read, unit, id=unit, , , ,", found = "by 403")
    @Permission(READ)
    ResponseEntity<String> tellsThatThereIsSomething(Actor actor, @PathVariable UUID id) {
        name(id);
        try {
            return ResponseEntity.ok(find(id, actor.reach(READ)));
        } catch (NoSuchElementException beyond) {
            throw new NotPermitted("not yours");
        }
    }

    @Planted(
            value = "GET, /planted/hint/{id}, organisation.unit.read, read, unit, id=unit, , , ,",
            found = "otherwise than on what does not exist")
    @Permission(READ)
    ResponseEntity<String> hintsThatThereIsSomething(Actor actor, @PathVariable UUID id) {
        name(id);
        try {
            return ResponseEntity.ok(find(id, actor.reach(READ)));
        } catch (NoSuchElementException beyond) {
            return ResponseEntity.status(404).body("not yours");
        }
    }

    @Planted(
            value =
                    "POST, /planted/two/{id}, organisation.unit.read, write, unit, id=unit, employer={employer}, , , untold",
            found = "out of reach")
    @Permission(READ)
    ResponseEntity<String> looksAtTheFirstIdOnly(Actor actor, @PathVariable UUID id, @RequestParam UUID employer) {
        find(id, actor.reach(READ));
        var changed = db.sql("update organisation.employer set address = 'x' where public_id = ?")
                .param(employer)
                .update();
        if (changed == 0) throw new NoSuchElementException("employer");
        return ResponseEntity.ok("done");
    }

    @Planted(value = "GET, /planted/mine/{id}, exchange.import, read, mine, id=run, , , ,", found = "out of reach")
    @Permission("exchange.import")
    ResponseEntity<String> readsWhatIsAColleagues(@PathVariable UUID id) {
        return ResponseEntity.ok(found(db.sql("select file_name from exchange.import_run where public_id = ?")
                .param(id)
                .query(String.class)
                .list()));
    }

    @Planted(
            value = "GET, /planted/asked/{id}, organisation.unit.read, read, unit, id=unit, , , ,",
            found = "only asked")
    @Permission(READ)
    ResponseEntity<String> writesWhenOnlyAsked(Actor actor, @PathVariable UUID id) {
        var name = find(id, actor.reach(READ));
        touch(id);
        return ResponseEntity.ok(name);
    }

    @Planted(
            value = "POST, /planted/untold/{id}, organisation.unit.read, write, unit, id=unit, , , ,",
            found = "audit trail")
    @Permission(READ)
    ResponseEntity<String> leavesNoTrace(Actor actor, @PathVariable UUID id) {
        find(id, actor.reach(READ));
        touch(id);
        return ResponseEntity.ok("done");
    }

    @Planted("GET, /planted/sound/{id}, organisation.unit.read, read, unit, id=unit, , , ,")
    @Permission(READ)
    ResponseEntity<String> readsWithinReach(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(find(id, actor.reach(READ)));
    }

    @Planted("GET, /planted/sound, organisation.unit.read, list, unit, , | q=矩, unit, ,")
    @Permission(READ)
    ResponseEntity<String> listsWithinReach(Actor actor) {
        return ResponseEntity.ok(within(actor.reach(READ)));
    }

    @Planted("POST, /planted/sound/{id}, organisation.unit.read, write, unit, id=unit, , , , untold")
    @Permission(READ)
    ResponseEntity<String> writesWithinReach(Actor actor, @PathVariable UUID id) {
        find(id, actor.reach(READ));
        touch(id);
        return ResponseEntity.ok("done");
    }

    private String name(UUID id) {
        return found(db.sql(EVERYWHERE).param(id).query(String.class).list());
    }

    private String find(UUID id, Reach reach) {
        return found(db.sql(EVERYWHERE + " and id in (select unit_id from organisation.within(?))")
                .params(id, reach.asArray())
                .query(String.class)
                .list());
    }

    private String within(Reach reach) {
        return names(
                "select name from organisation.unit where id in (select unit_id from organisation.within(?)) order by id",
                (Object) reach.asArray());
    }

    private String names(String sql, Object... params) {
        return String.join("\n", db.sql(sql).params(params).query(String.class).list());
    }

    private void touch(UUID id) {
        transaction.executeWithoutResult(_ -> {
            if (db.sql("update organisation.unit set address = 'x' where public_id = ?")
                            .param(id)
                            .update()
                    == 0) throw new NoSuchElementException("unit");
        });
    }

    private static String found(List<String> names) {
        return names.stream().findFirst().orElseThrow(() -> new NoSuchElementException("nothing"));
    }
}
