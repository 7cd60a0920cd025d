package org.uniongrid.matrix;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.matter.Papers;

/** How a record of each kind comes to stand in a place. A new kind of record gets a line in the constructor. */
final class Kinds {

    private final JdbcClient db;
    private final Map<String, Kind> all = new LinkedHashMap<>();

    /** Where a record is wanted, and who works there. */
    record Spot(Position position, Union.Unit unit, long person, String personName) {}

    private record Kind(Scoped scoped, Maker maker) {}

    /** What was made: its id and the texts that stand nowhere else. */
    record Made(String id, List<String> words, @Nullable Long unit) {}

    private interface Maker {
        @Nullable
        Made make(Spot spot);
    }

    Kinds(ApplicationContext house) {
        this.db = house.getBean(JdbcClient.class);
        var register = new RegisterRecords(house.getBean(Union.class), db);
        var records = new HouseRecords(house);
        all.put(
                "unit",
                new Kind(
                        Scoped.UNIT,
                        spot -> made(spot.unit().publicId(), spot.unit().name())));
        all.put("enterprise", new Kind(Scoped.UNIT, register::enterprise));
        all.put("employer", new Kind(Scoped.UNIT, register::employer));
        all.put("chain", new Kind(Scoped.UNIT, register::chain));
        all.put("chain-member", new Kind(Scoped.UNIT, register::chainMember));
        all.put("twin", new Kind(Scoped.UNIT, register::employer));
        all.put("cover", new Kind(Scoped.UNIT, register::cover));
        all.put("pair", new Kind(Scoped.UNIT, spot -> register.pair(spot, null)));
        all.put("pair-apart", new Kind(Scoped.UNIT, spot -> register.pair(spot, LocalDate.EPOCH)));
        all.put("person", new Kind(Scoped.UNIT, records::person));
        all.put("account", new Kind(Scoped.CELL, records::account));
        all.put("token", new Kind(Scoped.CELL, records::token));
        all.put("webhook", new Kind(Scoped.CELL, spot -> records.webhook(spot, false)));
        all.put("webhook-paused", new Kind(Scoped.CELL, spot -> records.webhook(spot, true)));
        all.put("webhook-delivery", new Kind(Scoped.CELL, records::webhookDelivery));
        all.put("post", new Kind(Scoped.UNIT, register::post));
        all.put("tenure", new Kind(Scoped.UNIT, register::tenure));
        all.put("change", new Kind(Scoped.UNIT, register::change));
        all.put("gone", new Kind(Scoped.UNIT, register::gone));
        all.put("committee", new Kind(Scoped.UNIT, register::committee));
        all.put("member", new Kind(Scoped.UNIT, register::member));
        all.put("industrial", new Kind(Scoped.UNIT, register::industrial));
        all.put("line", new Kind(Scoped.UNIT, register::line));
        all.put("chosen", new Kind(Scoped.MINE, records::chosen));
        all.put("chair", same("select public_id from organisation.role where key = 'union-chair'"));
        all.put("auditor", same("select public_id from organisation.role where key = 'audit-admin'"));
        all.put("role", same(role("矩角甲")));
        all.put("other", same(role("矩角乙")));
        all.put(
                "version",
                same("select public_id from organisation.rule_pack where subject = 'term' order by id limit 1"));
        all.put("pack", new Kind(Scoped.UNIT, register::pack));
        all.put("batch", new Kind(Scoped.UNIT, register::batch));
        all.put(
                "region",
                new Kind(Scoped.UNIT, spot -> new Made(inFull(spot.unit().division()), List.of(), null)));
        all.put("today", same("select current_date"));
        all.put("tomorrow", same("select current_date + 1"));
        all.put("later", same("select current_date + 1800"));
        all.put("run", new Kind(Scoped.MINE, records::run));
        all.put("export", new Kind(Scoped.MINE, records::export));
        all.put("waiting", new Kind(Scoped.UNIT, records::waiting));
        all.put("saved", new Kind(Scoped.MINE, register::saved));
        var matters = new MatterRecords(house.getBean(Union.class), db, house.getBean(Papers.class));
        all.put("matter", new Kind(Scoped.UNIT, matters::matter));
        all.put("prepared", new Kind(Scoped.UNIT, matters::prepared));
        all.put("own-matter", new Kind(Scoped.MINE, matters::own));
        all.put("draft", new Kind(Scoped.MINE, matters::draft));
        all.put("delegation", new Kind(Scoped.MINE, matters::delegation));
        all.put("away", new Kind(Scoped.UNIT, matters::away));
        all.put("route", new Kind(Scoped.UNIT, matters::route));
        var members = new MemberRecords(db);
        all.put("enrolled", new Kind(Scoped.UNIT, members::enrolled));
        all.put("gift", new Kind(Scoped.UNIT, members::gift));
        all.put("door", new Kind(Scoped.UNIT, members::door));
        all.put("doubt", new Kind(Scoped.UNIT, members::doubt));
        all.put("report", new Kind(Scoped.UNIT, members::report));
        all.put("offer", new Kind(Scoped.UNIT, members::offer));
        all.put("near", new Kind(Scoped.UNIT, members::near));
        var cases = new CaseRecords(db);
        all.put("case", new Kind(Scoped.UNIT, cases::filed));
        all.put("own-case", new Kind(Scoped.MINE, cases::own));
        all.put("case-kind", same("select public_id from casework.kind order by id limit 1"));
        all.put("notice", new Kind(Scoped.MINE, records::notice));
        all.put("delivery", new Kind(Scoped.CELL, records::delivery));
        all.put(
                "entry",
                new Kind(
                        Scoped.CELL,
                        spot -> records.entry(spot, "people.identity.reveal", "矩录" + spot.person() + "号", null)));
        all.put(
                "look",
                new Kind(
                        Scoped.MINE,
                        spot -> records.entry(
                                spot, "access.account.unlock", "矩看" + spot.person() + "号", spot.person())));
    }

    Iterable<String> keys() {
        return all.keySet();
    }

    boolean isMine(String kind) {
        return all.getOrDefault(kind, new Kind(Scoped.ANY, _ -> new Made("", List.of(), null)))
                        .scoped()
                == Scoped.MINE;
    }

    /** Nothing where this person can have none. */
    @Nullable
    Thing make(String key, Spot spot) {
        var kind = all.get(key);
        if (kind == null) throw new IllegalArgumentException("Kinds does not know how to make a " + key);
        var made = kind.maker().make(spot);
        if (made == null) return null;
        return new Thing(
                key,
                kind.scoped(),
                spot.position(),
                made.unit() == null ? spot.unit().id() : made.unit(),
                spot.person(),
                made.id(),
                made.words());
    }

    static Made made(UUID id, String... words) {
        return new Made(id.toString(), List.of(words), null);
    }

    /** The same wherever it is asked for. */
    private Kind same(String sql) {
        var id = db.sql(sql).query(String.class).single();
        return new Kind(Scoped.ANY, _ -> new Made(id, List.of(), null));
    }

    private static String role(String name) {
        return """
                insert into organisation.role (key, name, reach, cell_wide, permissions)
                values ('matrix-role%d', '%s', 'BELOW', false, '{organisation.unit.read}') returning public_id
                """.formatted(name.hashCode() & 0xFFFF, name);
    }

    /** With the zeros below its seat, so that no code of a place below has it in it. */
    private static String inFull(String division) {
        return division + "0".repeat(12 - division.length());
    }
}
