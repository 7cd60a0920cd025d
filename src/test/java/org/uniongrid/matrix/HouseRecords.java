package org.uniongrid.matrix;

import static org.uniongrid.matrix.Kinds.made;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.Union;
import org.uniongrid.foundation.Scope;
import org.uniongrid.matrix.Kinds.Made;
import org.uniongrid.matrix.Kinds.Spot;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;
import org.uniongrid.people.Numbers;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.people.Vault;

/** Records of those who work in the house: people, accounts, tokens, imports, exports, notices, entries of the trail. */
final class HouseRecords {

    private static final SealedColumn HOOK_SECRET = SealedColumn.of("access.webhook", "public_id", "secret");

    private final Union union;
    private final JdbcClient db;
    private final Identities identities;
    private final Path exports;
    private final Vault vault;
    private final TransactionTemplate transaction;

    HouseRecords(ApplicationContext house) {
        this.union = house.getBean(Union.class);
        this.db = house.getBean(JdbcClient.class);
        this.identities = house.getBean(Identities.class);
        this.vault = house.getBean(Vault.class);
        transaction = house.getBean(TransactionTemplate.class);
        this.exports = Path.of(house.getEnvironment().getRequiredProperty("uniongrid.data"), "exports");
    }

    Made person(Spot spot) {
        var phone = Numbers.phone();
        identities.keep(spot.person(), IdentityField.PHONE, phone);
        var id = db.sql("select public_id from people.person where id = ?")
                .param(spot.person())
                .query(UUID.class)
                .single();
        return made(id, spot.personName(), phone);
    }

    Made account(Spot spot) {
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

    Made token(Spot spot) {
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

    Made webhook(Spot spot, boolean paused) {
        var id = UUID.randomUUID();
        var name = "矩推" + id + "号";
        db.sql("""
                        insert into access.webhook (public_id, name, address, unit_id, kinds, secret, made_at, made_by,
                            paused_at, paused_by)
                        values (:id, :name, 'https://receiver.example/', :unit, '{access.test}', :secret, now(), :person,
                            case when :paused then now() end, case when :paused then 'HAND' end)
                        """)
                .param("id", id)
                .param("name", name)
                .param("unit", spot.unit().id())
                .param("secret", transaction.execute(_ -> vault.seal(HOOK_SECRET.at(id), "secret")))
                .param("person", spot.person())
                .param("paused", paused)
                .update();
        return made(id, name);
    }

    /** One that was given up. */
    Made webhookDelivery(Spot spot) {
        var key = "matrix:" + UUID.randomUUID();
        var id = db.sql("""
                        with told as (
                            insert into access.webhook_event (key, kind, body, told_at)
                            values (:key, 'access.test', '{}', now()) returning id)
                        insert into access.webhook_delivery (webhook_id, event_id, state, next_try_at, done_at)
                        select h.id, told.id, 'FAILED', now(), now() from access.webhook h, told where h.public_id = :hook
                        returning public_id
                        """)
                .param("key", key)
                .param("hook", UUID.fromString(webhook(spot, false).id()))
                .query(UUID.class)
                .single();
        return made(id, key);
    }

    @Nullable
    Made chosen(Spot spot) {
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

    Made run(Spot spot) {
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
    @Nullable
    Made export(Spot spot) {
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
    Made waiting(Spot spot) {
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

    /** It is known by its id: what it says is for nobody's eyes. */
    Made notice(Spot spot) {
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

    Made delivery(Spot spot) {
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
    Made entry(Spot spot, String action, String actor, @Nullable Long whose) {
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
