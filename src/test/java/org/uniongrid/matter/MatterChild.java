package org.uniongrid.matter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uniongrid.Union;
import org.uniongrid.UnionGrid;
import org.uniongrid.foundation.Actor;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.people.Identities;
import org.uniongrid.people.IdentityField;

/**
 * The whole application as a process of its own, in which people act on matters until it is killed; each action that was
 * done is said. Started to look, it says what does not fit together, and what became of each SMS.
 */
public final class MatterChild {

    private static final int AT_ONCE = 4;

    private MatterChild() {}

    /**
     * Runs.
     *
     * @param arguments folder of the data, number of the round, {@code act} or {@code look}, address of the SMS provider
     */
    public static void main(String[] arguments) throws Exception {
        var context = SpringApplication.run(
                UnionGrid.class,
                "--server.port=0",
                "--uniongrid.data=" + arguments[0],
                "--uniongrid.sms.url=" + arguments[3],
                "--uniongrid.sms.key=key",
                "--uniongrid.sms.secret=secret",
                "--uniongrid.sms.sign=sign",
                "--uniongrid.sms.template=SMS_1",
                "--uniongrid.notice.quiet=00:00-00:00",
                "--empty");
        if (arguments[2].equals("look")) new Look(context.getBean(JdbcClient.class)).at(Path.of(arguments[0]));
        else new Round(context, Integer.parseInt(arguments[1])).play();
        context.close();
        System.exit(0);
    }

    private record Round(ConfigurableApplicationContext context, int number) {

        void play() throws InterruptedException {
            Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            var union = context.getAutowireCapableBeanFactory().createBean(Union.class);
            if (number == 0) people(union);
            var actors = actors(union);
            var district = context.getBean(JdbcClient.class)
                    .sql("select name from organisation.unit where tier = 'DISTRICT'")
                    .query(String.class)
                    .single();
            var asked = union.unit(district);
            var scene = scene(union);
            for (int i = 0; i < AT_ONCE; i++) {
                var random = new Random(number * 100L + i);
                Thread.ofPlatform().daemon().start(() -> act(scene, actors, asked, random));
            }
            Thread.currentThread().join();
        }

        private Scene scene(Union union) {
            return new Scene(
                    union,
                    context.getBean(MatterDesk.class),
                    context.getBean(Matters.class),
                    context.getBean(Tasks.class),
                    context.getBean(Delegations.class),
                    context.getBean(Allowed.class),
                    context.getBean(JdbcClient.class));
        }

        /** A district of three, and two factories of one each, all with a phone. */
        private void people(Union union) {
            var district = union.district(union.city(), "杀");
            for (int i = 0; i < 3; i++) withPhone(union.cadre(district));
            for (int i = 0; i < 2; i++) withPhone(union.holder("union-chair", union.enterprise(district, "杀厂")));
        }

        private void withPhone(Actor actor) {
            context.getBean(Identities.class)
                    .keep(actor.personId(), IdentityField.PHONE, "199%08d".formatted(actor.personId()));
        }

        private List<Actor> actors(Union union) {
            return context.getBean(JdbcClient.class)
                    .sql("select id, name from people.person where name like '试工%' order by id")
                    .query((row, nr) -> union.actor(row.getLong(1), row.getString(2)))
                    .list();
        }

        private static void act(Scene scene, List<Actor> actors, Union.Unit asked, Random random) {
            while (true) {
                var actor = actors.get(random.nextInt(actors.size()));
                var key = UUID.randomUUID();
                try {
                    if (!asked.publicId().equals(MatterDesk.unitOf(actor)) && random.nextInt(4) == 0)
                        scene.desk.submit(
                                actor, new MatterDesk.Request("general", asked.publicId(), "请协调食堂", "没有食堂", null, key));
                    else if (!any(scene, actor, key, random)) continue;
                    System.out.println("done " + key);
                } catch (RuleBroken | NoSuchElementException refused) {
                    // somebody else was first
                }
            }
        }

        /** Whatever the actor may do now with one of the latest matters. */
        private static boolean any(Scene scene, Actor actor, UUID key, Random random) {
            var latest = scene.db
                    .sql("select public_id from matter.matter where state = 'OPEN' order by id desc limit 12")
                    .query(UUID.class)
                    .list();
            if (latest.isEmpty()) return false;
            var matter = scene.matters.find(latest.get(random.nextInt(latest.size())), actor);
            var hands = scene.delegations.hands(actor);
            for (var task : scene.tasks.undone(matter)) {
                if (!task.isFor(hands)) continue;
                var may = scene.allowed.atStep(actor, hands, matter, task);
                if (may.isEmpty()) continue;
                var action = may.get(random.nextInt(may.size()));
                var posts = scene.tasks.posts(task.unitId()).stream()
                        .map(Tasks.Post::id)
                        .filter(post -> !post.equals(Scene.post(actor)))
                        .toList();
                if (posts.isEmpty() && (action == Action.HAND_OVER || action == Action.ASK_SIGNERS)) continue;
                var aim = action == Action.HAND_OVER
                        ? Act.Aim.post(posts.get(random.nextInt(posts.size())))
                        : Act.Aim.signers(1, posts);
                scene.desk.act(
                        actor,
                        matter.publicId(),
                        Act.of(action, task.publicId(), "话语", key).to(aim));
                return true;
            }
            scene.desk.act(actor, matter.publicId(), Act.of(Action.COMMENT, null, "话语", key));
            return true;
        }
    }

    private record Look(JdbcClient db) {

        void at(Path data) throws IOException, InterruptedException {
            untilNothingWaits();
            fits("open matters that are in nobody's hands, or ended ones in somebody's", """
                    select m.id from matter.matter m where (m.state = 'OPEN') <> exists (
                        select from matter.task t where t.matter_id = m.id and t.state = 'OPEN')
                    """);
            fits("matters at two steps at once", """
                    select matter_id from matter.task where state <> 'DONE' and parent_id is null group by matter_id having count(*) > 1
                    """);
            fits("timelines that are not as long as what was done", """
                    select m.id from matter.matter m
                    where (select count(*) from matter.entry e where e.matter_id = m.id)
                        <> (select count(*) from matter.action_key k where k.matter_id = m.id)
                    """);
            fits("ends that the timeline does not tell", """
                    select m.id from matter.matter m join lateral (
                        select e.action from matter.entry e where e.matter_id = m.id order by e.id desc limit 1) e on true
                    where m.outcome is distinct from case e.action when 'ANSWER' then 'ANSWERED' when 'REFUSE' then 'REFUSED' end
                    """);
            fits("numbers that are missing", """
                    select s.unit_id from matter.series s join matter.matter m on m.asked_id = s.unit_id and m.year = s.year
                    group by s.unit_id, s.last having count(*) <> s.last
                    """);
            fits("actions that the audit trail has not, or has twice", """
                    select m.id from matter.matter m
                    where (select count(*) from access.audit_entry a where a.subject_id = m.public_id and a.done)
                        <> (select count(*) from matter.action_key k where k.matter_id = m.id)
                    """);
            fits("requests that nobody was told of", """
                    select m.id from matter.matter m
                    where not exists (select from notice.notice n where n.kind = 'matter.arrived' and n.href = '/matters/' || m.public_id)
                    """);
            fits("ends that who asked was not told of", """
                    select m.id from matter.matter m where m.state = 'CLOSED'
                    and not exists (select from notice.notice n where n.kind = 'matter.news' and n.person_id = m.person_id
                        and n.href = '/matters/' || m.public_id)
                    """);
            fits("notices that no SMS was made of", """
                    select n.id from notice.notice n where n.kind like 'matter.%'
                    and not exists (select from notice.delivery d where d.notice_id = n.id and d.channel = 'SMS')
                    """);
            for (var key : Files.readAllLines(data.resolve("acknowledged"))) kept(UUID.fromString(key));
            db.sql("""
                            select 'sms ' || n.public_id || '-sms ' || d.state
                            from notice.delivery d join notice.notice n on n.id = d.notice_id where d.channel = 'SMS'
                            """).query(String.class).list().forEach(System.out::println);
            System.out.println("looked");
        }

        /** What a killed process had taken on is free again after three minutes. */
        private void untilNothingWaits() throws InterruptedException {
            for (int i = 0; i < 600 && waiting() > 0; i++) Thread.sleep(1000);
        }

        private long waiting() {
            return db.sql(
                            "select count(*) from notice.delivery where channel = 'SMS' and state in ('WAITING', 'SENDING')")
                    .query(Long.class)
                    .single();
        }

        private void fits(String what, String sql) {
            var found = db.sql(sql).query(Long.class).list();
            if (!found.isEmpty()) System.out.println("wrong " + what + ": " + found);
        }

        private void kept(UUID key) {
            var there = db.sql("select count(*) from matter.action_key where key = ?")
                    .param(key)
                    .query(Long.class)
                    .single();
            if (there != 1) System.out.println("wrong acknowledged, but not there: " + key);
        }
    }
}
