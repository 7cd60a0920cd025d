package org.uniongrid.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.foundation.Scope;
import org.uniongrid.organisation.Category;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;

/** How a record of each kind comes to stand in a place. A new kind of record gets a line in the constructor. */
final class Kinds {

    private final Union union;
    private final JdbcClient db;
    private final Identities identities;
    private final Path exports;
    private final Map<String, Kind> all = new LinkedHashMap<>();

    /** Where a record is wanted, and who works there. */
    record Spot(Position position, Union.Unit unit, long person, String personName) {}

    private record Kind(Scoped scoped, Maker maker) {}

    /** What was made: its id and the texts that stand nowhere else. */
    private record Made(
            String id, List<String> words, @Nullable Long unit) {}

    private interface Maker {
        @Nullable
        Made make(Spot spot);
    }

    Kinds(ApplicationContext house) {
        this.union = house.getBean(Union.class);
        this.db = house.getBean(JdbcClient.class);
        this.identities = house.getBean(Identities.class);
        this.exports = Path.of(house.getEnvironment().getRequiredProperty("uniongrid.data"), "exports");
        all.put(
                "unit",
                new Kind(
                        Scoped.UNIT,
                        spot -> made(spot.unit().publicId(), spot.unit().name())));
        all.put("enterprise", new Kind(Scoped.UNIT, this::enterprise));
        all.put("employer", new Kind(Scoped.UNIT, this::employer));
        all.put("chain", new Kind(Scoped.UNIT, this::chain));
        all.put("chain-member", new Kind(Scoped.UNIT, this::chainMember));
        all.put("twin", new Kind(Scoped.UNIT, this::employer));
        all.put("cover", new Kind(Scoped.UNIT, this::cover));
        all.put("pair", new Kind(Scoped.UNIT, spot -> pair(spot, null)));
        all.put("pair-apart", new Kind(Scoped.UNIT, spot -> pair(spot, LocalDate.EPOCH)));
        all.put("person", new Kind(Scoped.UNIT, this::person));
        all.put("account", new Kind(Scoped.CELL, this::account));
        all.put("token", new Kind(Scoped.CELL, this::token));
        all.put("post", new Kind(Scoped.UNIT, this::post));
        all.put("tenure", new Kind(Scoped.UNIT, this::tenure));
        all.put("change", new Kind(Scoped.UNIT, this::change));
        all.put("gone", new Kind(Scoped.UNIT, this::gone));
        all.put("committee", new Kind(Scoped.UNIT, this::committee));
        all.put("member", new Kind(Scoped.UNIT, this::member));
        all.put("industrial", new Kind(Scoped.UNIT, this::industrial));
        all.put("line", new Kind(Scoped.UNIT, this::line));
        all.put("chosen", new Kind(Scoped.MINE, this::chosen));
        all.put("chair", same("select public_id from organisation.role where key = 'union-chair'"));
        all.put("auditor", same("select public_id from organisation.role where key = 'audit-admin'"));
        all.put("role", same(role("矩角甲")));
        all.put("other", same(role("矩角乙")));
        all.put(
                "version",
                same("select public_id from organisation.rule_pack where subject = 'term' order by id limit 1"));
        all.put("pack", new Kind(Scoped.UNIT, this::pack));
        all.put("batch", new Kind(Scoped.UNIT, this::batch));
        all.put(
                "region",
                new Kind(Scoped.UNIT, spot -> new Made(inFull(spot.unit().division()), List.of(), null)));
        all.put("today", same("select current_date"));
        all.put("tomorrow", same("select current_date + 1"));
        all.put("run", new Kind(Scoped.MINE, this::run));
        all.put("export", new Kind(Scoped.MINE, this::export));
        all.put("waiting", new Kind(Scoped.UNIT, this::waiting));
        all.put("saved", new Kind(Scoped.MINE, this::saved));
        all.put("notice", new Kind(Scoped.MINE, this::notice));
        all.put("delivery", new Kind(Scoped.CELL, this::delivery));
        all.put(
                "entry",
                new Kind(Scoped.CELL, spot -> entry(spot, "people.identity.reveal", "矩录" + spot.person() + "号", null)));
        all.put(
                "look",
                new Kind(
                        Scoped.MINE,
                        spot -> entry(spot, "access.account.unlock", "矩看" + spot.person() + "号", spot.person())));
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

    private static Made made(UUID id, String... words) {
        return new Made(id.toString(), List.of(words), null);
    }

    private Made enterprise(Spot spot) {
        var made = union.enterprise(spot.unit(), "矩厂");
        return new Made(made.publicId().toString(), List.of(made.name()), made.id());
    }

    private Made employer(Spot spot) {
        var made = union.employerIn(spot.unit(), "矩企");
        return made(made.publicId(), made.name(), made.creditCode());
    }

    /** Kept by the unit; an employer of its own leads it. */
    private Made chain(Spot spot) {
        var name = "矩链" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into organisation.chain (unit_id, name, kind) values (?, ?, 'INDUSTRY')
                        returning public_id
                        """).params(spot.unit().id(), name).query(UUID.class).single();
        stand(id, union.employerIn(spot.unit(), "矩链主"), "OWNER");
        return made(id, name);
    }

    private Made chainMember(Spot spot) {
        var employer = union.employerIn(spot.unit(), "矩链企");
        return made(stand(UUID.fromString(chainOf(spot)), employer, "UPSTREAM"), employer.name());
    }

    private String chainOf(Spot spot) {
        return db.sql("""
                        insert into organisation.chain (unit_id, name, kind) values (?, ?, 'TRADE') returning public_id
                        """)
                .params(spot.unit().id(), "矩另链" + spot.unit().id() + "号")
                .query(String.class)
                .single();
    }

    private UUID stand(UUID chain, Union.Employer employer, String position) {
        return db.sql("""
                        insert into organisation.chain_member (chain_id, employer_id, position, during)
                        select c.id, e.id, ?, daterange(current_date - 30, null)
                        from organisation.chain c, organisation.employer e where c.public_id = ? and e.public_id = ?
                        returning public_id
                        """)
                .params(position, chain, employer.publicId())
                .query(UUID.class)
                .single();
    }

    /** By a union below the place, of an employer that was at its door. */
    private Made cover(Spot spot) {
        var joint = union.under(spot.unit(), Category.JOINT, "矩覆");
        var employer = union.coveredBy(joint, "矩覆企");
        var id = db.sql("select public_id from organisation.cover where unit_id = ?")
                .param(joint.id())
                .query(UUID.class)
                .single();
        return new Made(id.toString(), List.of(employer.name(), joint.name()), joint.id());
    }

    /** Two employers that may be one. */
    private Made pair(Spot spot, @Nullable LocalDate apart) {
        var one = union.employerIn(spot.unit(), "矩双");
        var other = union.employerIn(spot.unit(), "矩双");
        var id = db.sql("""
                        insert into organisation.employer_pair (one_id, other_id, likeness, apart_on)
                        select least(a.id, b.id), greatest(a.id, b.id), 'SAME_NAME', :apart
                        from organisation.employer a, organisation.employer b where a.public_id = :one and b.public_id = :other
                        returning public_id
                        """)
                .param("one", one.publicId())
                .param("other", other.publicId())
                .param("apart", apart)
                .query(UUID.class)
                .single();
        return made(id, one.name(), other.name());
    }

    private Made person(Spot spot) {
        var phone = Numbers.phone();
        identities.keep(spot.person(), IdentityField.PHONE, phone);
        var id = db.sql("select public_id from people.person where id = ?")
                .param(spot.person())
                .query(UUID.class)
                .single();
        return made(id, spot.personName(), phone);
    }

    private Made account(Spot spot) {
        var login = "matrix" + spot.person();
        db.sql("""
                        insert into access.lock_out (login_hash, failures, last_failure, locked_until)
                        values (sha256(convert_to(:login, 'UTF8')), 5, now(), now() + interval '1 hour')
                        """).param("login", login).update();
        return db.sql("""
                        insert into access.account (person_id, login, password_hash, must_change, changed_at)
                        values (?, ?, 'none', false, now()) returning public_id
                        """)
                .params(spot.person(), login)
                .query(UUID.class)
                .optional()
                .map(id -> made(id, login + "<"))
                .orElseThrow();
    }

    private Made token(Spot spot) {
        var name = "矩令" + spot.person() + "号";
        return db.sql("""
                        with made as (
                            insert into access.token (name, purpose, contact, reach, unit_id, scopes, addresses, per_minute,
                                made_at, made_by)
                            values (:name, '矩阵', '矩阵', 'BELOW', :unit, '{organisation.unit.read}', '{}', 60, now(), :person)
                            returning id, public_id),
                        secret as (
                            insert into access.token_secret (token_id, key, hash, made_at, ends_at)
                            select id, lpad(id::text, 12, '0'), sha256(convert_to(named.name, 'UTF8')), now(), now() + interval '90 days'
                            from made, (values (:name)) as named(name))
                        select public_id from made
                        """)
                .param("name", name)
                .param("unit", spot.unit().id())
                .param("person", spot.person())
                .query(UUID.class)
                .optional()
                .map(id -> made(id, name))
                .orElseThrow();
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

    /** Taken out and not yet handed in, with one union. */
    private Made batch(Spot spot) {
        var number = "20000101-" + spot.unit().id();
        var id = db.sql("""
                        with made as (
                            insert into organisation.report_batch (number, unit_id, needed_only, made_at, made_by_name, content_hash,
                                row_count, state, exported_at)
                            values (:number, :unit, false, now(), '矩人', repeat('0', 64), 1, 'EXPORTED', now()) returning id, public_id),
                        written as (
                            insert into organisation.report_row (batch_id, unit_id, number, cells, hash)
                            select id, :unit, 1, array[:number], repeat('0', 64) from made)
                        select public_id from made
                        """)
                .param("number", number)
                .param("unit", spot.unit().id())
                .query(UUID.class)
                .single();
        return made(id, number);
    }

    /** What it says is no secret; who may end it is asked. */
    private Made pack(Spot spot) {
        var id = db.sql("""
                        insert into organisation.rule_pack (subject, region, during, content, article, made_at, made_by_name)
                        values ('women-committee', ?, '[2020-01-01,)', '{"women": "9"}', '矩文', now(), '矩人') returning public_id
                        """).param(spot.unit().division()).query(UUID.class).single();
        return made(id);
    }

    /** Nobody holds it. */
    private Made post(Spot spot) {
        var title = "矩岗" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into organisation.post (unit_id, role_id, cell_wide, title)
                        select :unit, id, cell_wide, :title from organisation.role where key = 'union-chair' returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("title", title)
                .query(UUID.class)
                .single();
        return made(id, title);
    }

    private Made tenure(Spot spot) {
        var people = new People(union, db);
        var holder = people.appointed("union-chair", spot.unit());
        var id = db.sql("select public_id from organisation.tenure where person_id = ?")
                .param(holder.id())
                .query(UUID.class)
                .single();
        return made(id, holder.name());
    }

    private Made committee(Spot spot) {
        var id = db.sql("""
                        insert into organisation.committee (unit_id, kind, during, seats)
                        values (?, 'WOMEN', daterange(current_date - 9, current_date + 900), 5) returning public_id
                        """).param(spot.unit().id()).query(UUID.class).single();
        return made(id, id.toString());
    }

    private Made member(Spot spot) {
        var name = "矩委" + spot.unit().id() + "号";
        var id = db.sql("""
                        with made as (
                            insert into organisation.committee (unit_id, kind, during)
                            values (:unit, 'AUDIT', daterange(current_date - 9, current_date + 900)) returning id),
                        named as (insert into people.person (name) values (:name) returning id)
                        insert into organisation.committee_member (committee_id, person_id, duty, during)
                        select made.id, named.id, 'MEMBER', daterange(current_date - 9, null) from made, named returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("name", name)
                .query(UUID.class)
                .single();
        return made(id, name);
    }

    /** An industry federation below the unit, which heads no line. */
    private Made industrial(Spot spot) {
        var made = union.under(spot.unit(), Category.INDUSTRIAL, "矩业");
        return new Made(made.publicId().toString(), List.of(made.name()), made.id());
    }

    private Made line(Spot spot) {
        var head = union.under(spot.unit(), Category.INDUSTRIAL, "矩线");
        var name = "矩线" + head.id() + "号";
        var id = db.sql("""
                        with made as (insert into organisation.line (kind, name) values ('INDUSTRY', :name) returning id, public_id)
                        , placed as (
                            insert into organisation.place (unit_id, line_id, during)
                            select :head, id, daterange(current_date, null) from made)
                        select public_id from made
                        """)
                .param("name", name)
                .param("head", head.id())
                .query(UUID.class)
                .single();
        return new Made(id.toString(), List.of(name, head.name()), head.id());
    }

    private @Nullable Made chosen(Spot spot) {
        return db.sql("""
                        select o.public_id from organisation.tenure t join organisation.post o on o.id = t.post_id
                        where t.person_id = ? and t.during @> current_date order by t.id limit 1
                        """)
                .param(spot.person())
                .query(UUID.class)
                .optional()
                .map(id -> made(id))
                .orElse(null);
    }

    private Made run(Spot spot) {
        var file = "矩表" + spot.person() + "号.xlsx";
        var id = db.sql("""
                        with run as (
                            insert into exchange.import_run (kind, file_name, person_id, process_id, created_at, state,
                                headings, choices, total, added, faulty)
                            values ('employers', :file, :person, gen_random_uuid(), now(), 'CHECKED',
                                '[{"index": 0, "text": "单位名称", "column": "employer-name", "kept": true}]', '{}', 2, 1, 1)
                            returning id, public_id),
                        staged as (
                            insert into exchange.import_row (run_id, number, cells, verdict)
                            select id, 2, jsonb_build_object('employer-name', :file || '行'), 'FAULTY' from run),
                        problems as (
                            insert into exchange.import_problem (run_id, number, column_key, content, key, args)
                            select id, 2, 'employer-name', :file || '行', 'import.problem.required', '[]' from run)
                        select public_id from run
                        """)
                .param("file", file)
                .param("person", spot.person())
                .query(UUID.class)
                .single();
        return made(id, file.replace(".xlsx", ""));
    }

    /** A workbook that waits for its download, asked for in the first post of the person; nothing without one. */
    private @Nullable Made export(Spot spot) {
        var chosen = chosen(spot);
        if (chosen == null) return null;
        var words = "矩出" + spot.person() + "号";
        var post = UUID.fromString(chosen.id());
        return unitOf(post, spot)
                .map(unit -> made(keptAsFile(exported(unit, words, "READY", spot.person(), post)), words))
                .orElse(null);
    }

    /** Where the post stands; nowhere in the tree where it is one in a guest. */
    private Optional<Union.Unit> unitOf(UUID post, Spot spot) {
        var unit = db.sql("select unit_id from organisation.post where public_id = ?")
                .param(post)
                .query((row, number) -> row.getLong(1))
                .single();
        if (unit == 0) return Optional.of(spot.unit());
        return db.sql("select id, public_id, name, scope from organisation.unit where id = ? and scope is not null")
                .param(unit)
                .query((row, number) -> new Union.Unit(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        "",
                        new Scope(row.getString(4))))
                .optional();
    }

    private UUID keptAsFile(UUID id) {
        try {
            Files.createDirectories(exports);
            Files.writeString(exports.resolve(id + ".xlsx"), "x");
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked for by somebody who asks for nothing else here. */
    private Made waiting(Spot spot) {
        var words = "矩批" + spot.unit().id() + "号";
        return made(
                exported(spot.unit(), words, "WAITING", union.cadre(spot.unit()).personId(), UUID.randomUUID()), words);
    }

    private UUID exported(Union.Unit unit, String words, String state, long person, UUID post) {
        return db.sql("""
                        insert into exchange.export (public_id, kind, person_id, person_name, post_id, post_title, unit_id,
                            unit_name, scope, filter, columns, words, language, address, asked_at, state, total, finished_at)
                        values (gen_random_uuid(), 'employers', :person, '矩', :post, '干事', :unit, :name, :scope,
                            jsonb_build_object('under', :unit), '["name"]', :words, 'zh-CN', '192.0.2.1', now(), :state, 9,
                            case when :state = 'READY' then now() end)
                        returning public_id
                        """)
                .param("person", person)
                .param("post", post)
                .param("unit", unit.publicId())
                .param("name", unit.name())
                .param("scope", unit.scope().path())
                .param("words", words)
                .param("state", state)
                .query(UUID.class)
                .single();
    }

    /** A change of the tree that was planned, with this unit as its ground; it wrote nothing. */
    private Made change(Spot spot) {
        var name = "矩调" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into structure.change (key, kind, state, effective_on, ground_id, subject, subject_name, reason,
                            plan, trace, lines, person_name, created_at)
                        values (gen_random_uuid(), 'RENAME', 'PLANNED', current_date + 9, :unit, :subject, :name, '矩阵',
                            '{}', '[]', '[]', '矩', now()) returning public_id
                        """)
                .param("unit", spot.unit().id())
                .param("subject", spot.unit().publicId())
                .param("name", name)
                .query(UUID.class)
                .single();
        return made(id, name);
    }

    /** A union that was dissolved and is looked for at this unit. */
    private Made gone(Spot spot) {
        var name = "矩撤" + spot.unit().id() + "号工会";
        var id = db.sql("""
                        with gone as (
                            insert into organisation.unit (category, name, search, rest_id)
                            values ('GROUP', :name, '', :unit) returning id, public_id),
                        state as (
                            insert into organisation.unit_state (unit_id, state, during)
                            select id, 'DISSOLVED', daterange(current_date, null) from gone)
                        select public_id from gone
                        """)
                .param("name", name)
                .param("unit", spot.unit().id())
                .query(UUID.class)
                .single();
        return made(id, name);
    }

    private Made saved(Spot spot) {
        var name = "矩滤" + spot.person() + "号";
        var id = db.sql("""
                        insert into organisation.saved_filter (person_id, list, name, query)
                        values (?, 'EMPLOYERS', ?, 'size=FROM_25') returning public_id
                        """).params(spot.person(), name).query(UUID.class).single();
        return made(id, name);
    }

    /** It is known by its id: what it says is for nobody's eyes. */
    private Made notice(Spot spot) {
        var id = db.sql("""
                        insert into notice.notice (public_id, key, person_id, kind, words, href, created_at)
                        values (gen_random_uuid(), 'matrix:' || gen_random_uuid(), :person, 'notice.test', '{}', :href, now() - interval '2 days')
                        returning public_id
                        """)
                .param("person", spot.person())
                .param("href", "/notices?matrix=" + spot.person() + ".")
                .query(UUID.class)
                .single();
        return made(id, id.toString());
    }

    private Made delivery(Spot spot) {
        var masked = "154****" + spot.person() + ".";
        var id = db.sql("""
                        insert into notice.delivery (notice_id, channel, state, attempts, next_try_at, recipient, trouble)
                        select id, 'SMS', 'FAILED', 1, now(), :masked, 'timeout'
                        from notice.notice where public_id = :notice returning public_id
                        """)
                .param("notice", UUID.fromString(notice(spot).id()))
                .param("masked", masked)
                .query(UUID.class)
                .single();
        return made(id, masked);
    }

    /** What somebody did who is known by this name; perhaps with the data of a person. */
    private Made entry(Spot spot, String action, String actor, @Nullable Long whose) {
        var id = db.sql("""
                        with written as (
                            insert into access.audit_entry (at, actor_name, action, done, subject, label, person_id, changes)
                            values (now(), :actor, :action, true, 'people.person', :actor, :whose, '[]') returning id, public_id),
                        waiting as (insert into access.audit_pending (entry_id) select id from written)
                        select public_id from written
                        """)
                .param("actor", actor)
                .param("action", action)
                .param("whose", whose)
                .query(UUID.class)
                .single();
        return made(id, actor);
    }
}
