package org.uniongrid.plans;

/** Which records of crowd.sql are asked for. */
final class CrowdIds {

    private CrowdIds() {}

    /** A record of this kind that the reader may see. */
    static String sql(String kind, int unit) {
        return switch (kind) {
            case "unit", "enterprise" -> "select public_id from organisation.unit where id = " + unit;
            case "employer" -> """
                    select e.public_id from organisation.employer e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.scope, e.id limit 1
                    """.formatted(unit);
            case "chain" -> """
                    select c.public_id from organisation.chain c join organisation.unit k on k.id = c.unit_id
                    join organisation.unit u on u.id = %s order by starts_with(k.scope, u.scope) desc, c.id limit 1
                    """.formatted(unit);
            case "chain-member" -> """
                    select m.public_id from organisation.chain_member m join organisation.employer e on e.id = m.employer_id
                    join organisation.unit u on u.id = %s order by starts_with(e.scope, u.scope) desc, m.id limit 1
                    """.formatted(unit);
            case "twin" -> """
                    select e.public_id from organisation.employer e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.scope desc, e.id desc limit 1
                    """.formatted(unit);
            case "cover" -> """
                    select c.public_id from organisation.cover c join organisation.unit v on v.id = c.unit_id
                    join organisation.unit u on starts_with(v.scope, u.scope) where u.id = %s order by v.scope limit 1
                    """.formatted(unit);
            case "pair" ->
                "select public_id from organisation.employer_pair where apart_on is null order by id limit 1 offset 40";
            case "pair-apart" ->
                "select public_id from organisation.employer_pair where apart_on is not null order by id limit 1";
            case "person" -> """
                    select n.public_id from people.person n join organisation.tenure t on t.person_id = n.id
                    join organisation.post p on p.id = t.post_id where p.unit_id = %s limit 1
                    """.formatted(unit);
            case "post" -> "select public_id from organisation.post where unit_id = " + unit;
            case "tenure" -> """
                    select t.public_id from organisation.tenure t join organisation.post p on p.id = t.post_id
                    where p.unit_id = %s limit 1
                    """.formatted(unit);
            case "tomorrow" -> "select current_date + 1";
            case "change" -> "select public_id from structure.change where ground_id = " + unit + " limit 1";
            case "gone" -> "select public_id from organisation.unit where rest_id = " + unit + " limit 1";
            case "committee" ->
                "select public_id from organisation.committee where kind = 'WOMEN' and unit_id = " + unit;
            case "member" -> """
                    select m.public_id from organisation.committee_member m join organisation.committee c on c.id = m.committee_id
                    where c.unit_id = %s limit 1
                    """.formatted(unit);
            case "line" -> """
                    select l.public_id from organisation.line l join organisation.place p on p.line_id = l.id and p.parent_id is null
                    join organisation.unit u on u.id = p.unit_id, organisation.unit top
                    where l.kind = 'INDUSTRY' and top.id = %s and starts_with(u.scope, top.scope) limit 1
                    """.formatted(unit);
            case "role" -> "select public_id from organisation.role where key = 'union-chair'";
            case "batch" -> "select public_id from organisation.report_batch where unit_id = " + unit;
            case "version", "pack" -> "select public_id from organisation.rule_pack where id = 500";
            case "notice" -> "select public_id from notice.notice where person_id = 7 order by id limit 1 offset 9";
            case "matter" ->
                "select m.public_id from matter.matter m where m.kind = 'general' and (asked_id = %1$s or unit_id = %1$s) order by m.id limit 1"
                        .formatted(unit);
            case "prepared" -> """
                    select m.public_id from matter.matter m where m.state = 'OPEN' and (asked_id = %1$s or unit_id = %1$s)
                    order by asked_id = %1$s desc, id limit 1
                    """.formatted(unit);
            case "enrolled" -> """
                    select p.public_id from membership.stay s join people.person p on p.id = s.person_id
                    join organisation.unit u on u.id = %s where starts_with(s.scope, u.scope) order by s.scope, s.id limit 1
                    """.formatted(unit);
            case "gift" -> """
                    select g.public_id from membership.gift g join organisation.unit k on k.id = g.unit_id
                    join organisation.unit u on u.id = %s where starts_with(k.scope, u.scope) order by g.id limit 1
                    """.formatted(unit);
            case "door" -> """
                    select d.public_id from membership.door d join organisation.unit k on k.id = d.unit_id
                    join organisation.unit u on u.id = %s where starts_with(k.scope, u.scope) order by d.id limit 1
                    """.formatted(unit);
            case "doubt" -> """
                    select d.public_id from membership.doubt d join organisation.unit k on k.id = d.unit_id
                    join organisation.unit u on u.id = %s where starts_with(k.scope, u.scope) order by d.id limit 1
                    """.formatted(unit);
            case "report" -> """
                    select r.public_id from membership.report r join organisation.unit k on k.id = r.unit_id
                    join organisation.unit u on u.id = %s where starts_with(k.scope, u.scope) order by r.id limit 1
                    """.formatted(unit);
            case "offer" -> """
                    select o.public_id from membership.offer o join organisation.unit k on k.id = o.unit_id
                    join organisation.unit u on u.id = %s where starts_with(k.scope, u.scope) order by o.id limit 1
                    """.formatted(unit);
            case "near" -> """
                    select n.public_id from membership.near_pair n join organisation.unit u on u.id = %s
                    where starts_with(n.one_scope, u.scope) and starts_with(n.other_scope, u.scope) order by n.id limit 1
                    """.formatted(unit);
            case "case" -> """
                    select m.public_id from casework.case_file f join matter.matter m on m.id = f.matter_id
                    where m.asked_id = %1$s order by m.id limit 1
                    """.formatted(unit);
            case "own-case" ->
                "select public_id from matter.matter where kind = 'service-order' and state = 'OPEN' order by id limit 1";
            case "case-kind" -> "select public_id from casework.kind order by id limit 1";
            case "own-matter" ->
                "select public_id from matter.matter where state = 'OPEN' and kind = 'general' order by id limit 1";
            case "draft" -> "select public_id from matter.matter where state = 'DRAFT' limit 1";
            case "route" -> "select public_id from matter.route where unit_id = " + unit;
            case "delegation" -> "select public_id from matter.delegation limit 1";
            case "delivery" -> "select public_id from notice.delivery where id = 5000";
            case "token" -> "select public_id from access.token where id = 5000";
            case "webhook", "webhook-paused" -> "select public_id from access.webhook where id = 3000";
            case "webhook-delivery" -> "select public_id from access.webhook_delivery where webhook_id = 3000 limit 1";
            case "today" -> "select current_date";
            case "account" -> "select public_id from access.account where person_id = 5000";
            case "look" -> "select public_id from access.audit_entry where person_id = 7 order by id limit 1";
            case "entry" -> "select public_id from access.audit_entry where id = 5000";
            case "run" -> "select public_id from exchange.import_run where person_id = 7 order by id limit 1 offset 9";
            case "export" -> "select public_id from exchange.export where person_id = 7 order by id limit 1 offset 9";
            case "saved" -> "select public_id from organisation.saved_filter where person_id = 7 order by id limit 1";
            case "waiting" -> """
                    select e.public_id from exchange.export e join organisation.unit u on starts_with(e.scope, u.scope)
                    where u.id = %s order by e.state desc, e.id limit 1
                    """.formatted(unit);
            default -> throw new IllegalArgumentException("say which " + kind + " of crowd.sql is to be asked for");
        };
    }
}
