package org.uniongrid.matrix;

import static org.uniongrid.matrix.Kinds.made;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.matrix.Kinds.Made;
import org.uniongrid.matrix.Kinds.Spot;
import org.uniongrid.organisation.Category;

/** Records of the register, each in a place: unions and what belongs to them, employers, chains. */
final class RegisterRecords {

    private final Union union;
    private final JdbcClient db;

    RegisterRecords(Union union, JdbcClient db) {
        this.union = union;
        this.db = db;
    }

    Made enterprise(Spot spot) {
        var made = union.enterprise(spot.unit(), "矩厂");
        return new Made(made.publicId().toString(), List.of(made.name()), made.id());
    }

    Made employer(Spot spot) {
        var made = union.employerIn(spot.unit(), "矩企");
        return made(made.publicId(), made.name(), made.creditCode());
    }

    /** Kept by the unit; an employer of its own leads it. */
    Made chain(Spot spot) {
        var name = "矩链" + spot.unit().id() + "号";
        var id = db.sql("""
                        insert into organisation.chain (unit_id, name, kind) values (?, ?, 'INDUSTRY')
                        returning public_id
                        """).params(spot.unit().id(), name).query(UUID.class).single();
        stand(id, union.employerIn(spot.unit(), "矩链主"), "OWNER");
        return made(id, name);
    }

    Made chainMember(Spot spot) {
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
    Made cover(Spot spot) {
        var joint = union.under(spot.unit(), Category.JOINT, "矩覆");
        var employer = union.coveredBy(joint, "矩覆企");
        var id = db.sql("select public_id from organisation.cover where unit_id = ?")
                .param(joint.id())
                .query(UUID.class)
                .single();
        return new Made(id.toString(), List.of(employer.name(), joint.name()), joint.id());
    }

    /** Two employers that may be one. */
    Made pair(Spot spot, @Nullable LocalDate apart) {
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

    /** Taken out and not yet handed in, with one union. */
    Made batch(Spot spot) {
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
    Made pack(Spot spot) {
        var id = db.sql("""
                        insert into organisation.rule_pack (subject, region, during, content, article, made_at, made_by_name)
                        values ('women-committee', ?, '[2020-01-01,)', '{"women": "9"}', '矩文', now(), '矩人') returning public_id
                        """).param(spot.unit().division()).query(UUID.class).single();
        return made(id);
    }

    /** Nobody holds it. */
    Made post(Spot spot) {
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

    Made tenure(Spot spot) {
        var people = new People(union, db);
        var holder = people.appointed("union-chair", spot.unit());
        var id = db.sql("select public_id from organisation.tenure where person_id = ?")
                .param(holder.id())
                .query(UUID.class)
                .single();
        return made(id, holder.name());
    }

    Made committee(Spot spot) {
        var id = db.sql("""
                        insert into organisation.committee (unit_id, kind, during, seats)
                        values (?, 'WOMEN', daterange(current_date - 9, current_date + 900), 5) returning public_id
                        """).param(spot.unit().id()).query(UUID.class).single();
        return made(id, id.toString());
    }

    Made member(Spot spot) {
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
    Made industrial(Spot spot) {
        var made = union.under(spot.unit(), Category.INDUSTRIAL, "矩业");
        return new Made(made.publicId().toString(), List.of(made.name()), made.id());
    }

    Made line(Spot spot) {
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

    /** A change of the tree that was planned, with this unit as its ground; it wrote nothing. */
    Made change(Spot spot) {
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
    Made gone(Spot spot) {
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

    Made saved(Spot spot) {
        var name = "矩滤" + spot.person() + "号";
        var id = db.sql("""
                        insert into organisation.saved_filter (person_id, list, name, query)
                        values (?, 'EMPLOYERS', ?, 'size=FROM_25') returning public_id
                        """).params(spot.person(), name).query(UUID.class).single();
        return made(id, name);
    }
}
