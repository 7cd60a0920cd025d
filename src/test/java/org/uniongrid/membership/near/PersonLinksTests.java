package org.uniongrid.membership.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.ModuleTest;

/**
 * Whatever names a person is decided about before two records of one person are brought together. A new column that points
 * to people.person makes this fail: say here what becomes of it, and do so in membership.bring_together.
 */
@ModuleTest
class PersonLinksTests {

    /** What becomes of a column when the person it names is brought together with another. */
    private enum Fate {
        /** Names the one that stays from then on. */
        MOVES,
        /** What is chosen moves, the rest stays behind. */
        CHOSEN,
        /** Was kept for comparing only. */
        GOES,
        /** Says who did something, or is sealed: keeps the name it was done under, and leads on by merged_into. */
        LEADS
    }

    private static final Map<Fate, String> DECIDED = Map.of(
            Fate.MOVES,
            """
            access.account.person_id access.sign_in.person_id
            matter.matter.person_id matter.party.person_id matter.action_key.person_id matter.hand.person_id matter.link.person_id
            membership.application.person_id membership.card.person_id membership.card_gone.person_id
            membership.code_use.person_id membership.consent.person_id membership.gift_claim.person_id membership.printed.person_id membership.stay.person_id
            notice.notice.person_id notice.preference.person_id
            organisation.committee_member.person_id organisation.list_columns.person_id organisation.saved_filter.person_id
            organisation.tenure.person_id people.person.merged_into""",
            Fate.CHOSEN,
            "people.identity.person_id people.profile.person_id",
            Fate.GOES,
            "membership.device.person_id membership.near_pair.one_id membership.near_pair.other_id membership.near_todo.person_id membership.short_code.person_id",
            Fate.LEADS,
            """
            access.audit_entry.actor_id access.audit_entry.person_id access.token.made_by access.webhook.made_by
            casework.correction.person_id casework.relation.by_id casework.snippet.made_by casework.visit.person_id
            matter.delegation.person_id matter.entry.person_id matter.hand_on.person_id matter.link.made_by matter.paper.person_id
            matter.route.person_id matter.route_switch.person_id matter.task.done_by
            membership.code_twice.by_person membership.code_use.by_person membership.door.made_by membership.doubt_event.by_person membership.gift.made_by membership.gift_claim.by_person membership.offer.made_by membership.near_pair.apart_by membership.printed.made_by membership.report.made_by membership.stay_event.by_person
            organisation.calendar_year.changed_by organisation.report_batch.made_by organisation.rule_pack.made_by
            people.reveal_count.person_id people.rotation.started_by structure.change.person_id""");

    private final JdbcClient db;

    PersonLinksTests(JdbcClient db) {
        this.db = db;
    }

    private static Map<String, Fate> decided() {
        var all = new TreeMap<String, Fate>();
        DECIDED.forEach((fate, columns) -> {
            for (var column : columns.strip().split("\\s+")) all.put(column, fate);
        });
        return all;
    }

    @Test
    void everyColumnThatPointsToAPersonIsDecidedAbout() {
        var there = new TreeSet<>(db.sql("""
                        select c.conrelid::regclass || '.' || a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                        where c.contype = 'f' and c.confrelid = 'people.person'::regclass and c.conparentid = 0
                        """).query(String.class).list());
        assertThat(decided().keySet()).containsExactlyElementsOf(there);
    }

    @Test
    void whatMovesIsMovedByTheFunction() {
        var source = db.sql("select string_agg(prosrc, '') from pg_proc where proname in ('bring_usual', 'bring_own')")
                .query(String.class)
                .single();
        decided().forEach((column, fate) -> {
            var table = column.substring(0, column.lastIndexOf('.'));
            var name = column.substring(column.lastIndexOf('.') + 1);
            if (fate == Fate.MOVES)
                assertThat(source).as(column).containsPattern("update " + table + "( \\w+)? set " + name + " = kept");
            if (fate == Fate.GOES) assertThat(source).as(column).contains("delete from " + table);
        });
    }
}
