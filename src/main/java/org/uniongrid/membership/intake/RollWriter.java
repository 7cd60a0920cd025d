package org.uniongrid.membership.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.foundation.Unscoped;
import org.uniongrid.membership.Beginnings;
import org.uniongrid.membership.MemberRule;
import org.uniongrid.people.Identities;
import org.uniongrid.people.Persons;
import org.uniongrid.people.Profile;
import org.uniongrid.people.Profiles;

/** Writes members by the batch: one statement for each table. */
@Component
@Unscoped("writes what was judged within reach")
class RollWriter {

    private final JdbcClient db;
    private final Persons persons;
    private final Identities identities;
    private final Profiles profiles;
    private final Beginnings beginnings;
    private final Clock clock;

    RollWriter(
            JdbcClient db,
            Persons persons,
            Identities identities,
            Profiles profiles,
            Beginnings beginnings,
            Clock clock) {
        this.db = db;
        this.persons = persons;
        this.identities = identities;
        this.profiles = profiles;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** What a row is of. */
    private record Written(Planned planned, long person) {

        KnownMembers.Member member() {
            return Objects.requireNonNull(planned.member());
        }
    }

    /** Till the transaction ends no other roll comes in, so that nobody comes in twice; and no union moves. */
    void hold() {
        db.sql("""
                        select pg_advisory_xact_lock(hashtext('membership.roll'))::text,
                            pg_advisory_xact_lock_shared(hashtext('organisation.place'))::text
                        """).query((row, _) -> 0).list();
    }

    /** @throws RuleBroken where somebody has become a member, or is one no longer, since the rows were judged */
    void write(List<Planned> plan, Actor by) {
        var all = people(plan);
        try {
            identities.keepAll(all.stream()
                    .flatMap(one -> one.planned().numbers().stream()
                            .map(number -> new Identities.Entry(one.person(), number.field(), number.value())))
                    .toList());
            begin(all.stream().filter(one -> one.planned().begins()).toList(), by);
        } catch (DuplicateKeyException e) {
            throw new RuleBroken(MemberRule.ROLL_IS_AS_CHECKED);
        }
        var said = new HashMap<Long, Profile>();
        for (var one : all)
            if (one.planned().changesProfile())
                said.put(one.person(), one.planned().profile());
        if (!said.isEmpty()) profiles.keepAll(said);
        change(all.stream().filter(one -> one.planned().changesStay()).toList(), by);
    }

    private List<Written> people(List<Planned> plan) {
        var fresh = persons.addAll(plan.stream()
                        .filter(planned -> planned.known() == null)
                        .map(planned -> planned.entry().name())
                        .toList())
                .iterator();
        var all = new ArrayList<Written>(plan.size());
        for (var planned : plan) {
            var known = planned.known();
            all.add(new Written(planned, known == null ? fresh.next() : known.id()));
        }
        return all;
    }

    private void begin(List<Written> all, Actor by) {
        if (all.isEmpty()) return;
        var begun = beginnings.begin(all.stream().map(RollWriter::beginning).toList(), by);
        MemberRule.ROLL_IS_AS_CHECKED.require(begun == all.size());
    }

    private static Beginnings.Beginning beginning(Written one) {
        var planned = one.planned();
        return new Beginnings.Beginning(
                one.person(),
                planned.union().id(),
                planned.union().region(),
                planned.employer() == null ? null : planned.employer().id(),
                planned.entry().profile().workerClass(),
                planned.state(),
                planned.entry().since());
    }

    private void change(List<Written> all, Actor by) {
        if (all.isEmpty()) return;
        var changed = db.sql("""
                        update membership.stay s set employer_id = coalesce(v.employer, s.employer_id),
                            worker_class = coalesce(v.class, s.worker_class), state = v.state, since = coalesce(v.day, s.since)
                        from unnest(:stays::bigint[], :employers::bigint[], :classes::text[], :states::text[], :days::date[])
                            v(stay, employer, class, state, day)
                        where s.id = v.stay and s.until is null
                        """)
                .param("stays", stays(all))
                .param("employers", employers(all))
                .param(
                        "classes",
                        texts(all, one -> one.planned().entry().profile().workerClass()))
                .param("states", texts(all, one -> one.planned().state().name()))
                .param("days", days(all))
                .update();
        MemberRule.ROLL_IS_AS_CHECKED.require(changed == all.size());
        note(all.stream().filter(one -> one.planned().change() != null).toList(), by);
    }

    private void note(List<Written> all, Actor by) {
        if (all.isEmpty()) return;
        db.sql("""
                        insert into membership.stay_event (stay_id, at, what, by_person, by_name)
                        select v.stay, :now, v.what, :by, :name from unnest(:stays::bigint[], :changes::text[]) v(stay, what)
                        """)
                .param("stays", stays(all))
                .param(
                        "changes",
                        texts(
                                all,
                                one -> Objects.requireNonNull(one.planned().change())
                                        .name()))
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.personId() == 0 ? null : by.personId())
                .param("name", by.personId() == 0 ? null : by.name())
                .update();
    }

    private static Long[] stays(List<Written> all) {
        return all.stream().map(one -> one.member().stay()).toArray(Long[]::new);
    }

    private static @Nullable Long[] employers(List<Written> all) {
        return all.stream()
                .map(one -> one.planned().employer())
                .map(one -> one == null ? null : (Long) one.id())
                .toArray(Long[]::new);
    }

    /** As text: the driver takes no array of days. */
    private static @Nullable String[] days(List<Written> all) {
        return texts(all, one -> {
            var since = one.planned().entry().since();
            return since == null ? null : since.toString();
        });
    }

    private static @Nullable String[] texts(List<Written> all, Function<Written, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
