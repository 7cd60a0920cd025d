package org.uniongrid.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.uniongrid.Visitor;
import org.uniongrid.access.Accounts;
import org.uniongrid.bench.CityData.Reader;
import org.uniongrid.foundation.Actor;
import org.uniongrid.matter.Act;
import org.uniongrid.matter.Action;
import org.uniongrid.matter.BenchJobs;
import org.uniongrid.matter.MatterDesk;
import org.uniongrid.organisation.Posts;

/** The pages of matters over HTTP, and the engine, at three million matters in the big city, or as many as are asked for. */
final class MatterLoad {

    private static final int GOAL = 50;
    private static final int CLIENTS = 16;
    private static final int ACTS = 1_600;

    private MatterLoad() {}

    public static void main(String[] arguments) throws Exception {
        var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MatterLoader.MATTERS;
        var data = CityData.copy();
        try (var house = House.on(data);
                var owner = house.owner()) {
            var began = System.nanoTime();
            MatterLoader.load(owner, count);
            System.out.printf("%,d matters loaded in %.0f s%n", count, (System.nanoTime() - began) / 1e9);
            pages(house, owner, new Cpu(data));
            oneClient(house, owner);
            overHttp(house, owner);
            engine(house, owner);
            jobs(house);
        }
        System.exit(0);
    }

    private static List<Asked> asked(Reader reader, Connection owner) throws SQLException {
        var unit = "(select u.id from organisation.unit u where " + reader.unit + " order by u.id limit 1)";
        var all = new ArrayList<Asked>();
        for (var box : List.of("held", "pool", "done", "asked", "received", "copied", "all", "drafts"))
            all.add(new Asked("matters, " + box, "/matters?box=" + box, GOAL));
        all.add(new Asked("matters, all, late", "/matters?box=all&late=true", GOAL));
        all.add(new Asked("matters, pool, late", "/matters?box=pool&late=true", GOAL));
        all.add(new Asked("matters, by number", "/matters?box=all&q=2025-140005", GOAL));
        for (var box : List.of("all", "pool", "received")) {
            all.add(words(box, "rare word", "罕见病"));
            all.add(words(box, "common word", "请协调"));
            all.add(words(box, "word of one in fifty", "食堂改造"));
        }
        all.add(new Asked(
                "matter page",
                "/matters/"
                        + CityData.text(
                                owner,
                                "select public_id from matter.matter where asked_id = " + unit + " or unit_id = " + unit
                                        + " order by id desc limit 1"),
                GOAL));
        return all;
    }

    private static Asked words(String box, String how, String words) {
        var typed = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return new Asked("matters, " + box + ", " + how, "/matters?box=" + box + "&q=" + typed, GOAL);
    }

    private static void pages(House house, Connection owner, Cpu cpu) throws SQLException {
        for (var round : List.of(false, true))
            for (var reader : Reader.values()) {
                var visitor = signedIn(house, reader);
                for (var one : asked(reader, owner))
                    if (round) Register.measure(reader.name(), one, () -> visitor.get(one.path()), cpu);
                    else for (int i = 0; i < 20; i++) visitor.get(one.path());
            }
    }

    private static Visitor signedIn(House house, Reader reader) {
        var visitor = new Visitor(house.port());
        visitor.signIn(reader.login(), CityData.PASSWORD);
        return visitor;
    }

    /** Matter and step of those in the pool of the city. */
    private static List<UUID[]> pooled(Connection owner, int from, int count) throws SQLException {
        var found = new ArrayList<UUID[]>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select m.public_id, t.public_id from matter.task t join matter.matter m on m.id = t.matter_id
                        where t.state = 'OPEN' and t.holder_kind = 'POOL'
                          and t.unit_id = (select u.id from organisation.unit u where u.tier = 'CITY' order by u.id limit 1)
                        order by t.id offset %d limit %d
                        """.formatted(from, count))) {
            while (rows.next()) found.add(new UUID[] {rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)});
        }
        return found;
    }

    private static void oneClient(House house, Connection owner) throws SQLException {
        var client = new Client(signedIn(house, Reader.CITY));
        var rows = pooled(owner, 0, 220);
        for (int i = 0; i < 20; i++) client.take(rows.get(i));
        var nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            var began = System.nanoTime();
            client.take(rows.get(20 + i));
            nanos[i] = System.nanoTime() - began;
        }
        print("act (take), one client", nanos, 0);
    }

    /** A browser with the token of its session, as the page has it on which somebody acts. */
    private record Client(Visitor visitor, String token) {

        Client(Visitor visitor) {
            this(visitor, visitor.token());
        }

        void take(UUID[] row) {
            var key = UUID.randomUUID().toString().replace("-", "");
            var answer = visitor.send(
                    "POST",
                    "/matters/" + row[0] + "/steps/" + row[1] + "/take",
                    "key=" + key + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            if (answer.statusCode() != 302) throw new IllegalStateException("take answers " + answer.statusCode());
        }

        /** And reads the page that follows. */
        void takeAndLook(UUID[] row) {
            take(row);
            var answer = visitor.get("/matters/" + row[0]);
            if (answer.statusCode() != 200) throw new IllegalStateException("the page answers " + answer.statusCode());
        }
    }

    private static void overHttp(House house, Connection owner) throws Exception {
        var clients = new ArrayList<Client>();
        for (int i = 0; i < CLIENTS; i++) clients.add(new Client(signedIn(house, Reader.CITY)));
        overHttp("act (take), 16 clients over HTTP", clients, pooled(owner, 0, ACTS), Client::take);
        overHttp("act and look, 16 clients over HTTP", clients, pooled(owner, 0, ACTS), Client::takeAndLook);
    }

    private static void overHttp(String what, List<Client> clients, List<UUID[]> rows, BiConsumer<Client, UUID[]> act)
            throws Exception {
        var nanos = new long[rows.size()];
        var next = new AtomicInteger();
        var began = System.nanoTime();
        together(clients.stream()
                .<Callable<Void>>map(client -> () -> {
                    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                        var start = System.nanoTime();
                        act.accept(client, rows.get(i));
                        nanos[i] = System.nanoTime() - start;
                    }
                    return null;
                })
                .toList());
        print(what, nanos, System.nanoTime() - began);
    }

    private static void engine(House house, Connection owner) throws Exception {
        var desk = house.context().getBean(MatterDesk.class);
        var actor = actor(house, Reader.CITY);
        var rows = pooled(owner, 0, ACTS * 2);
        var nanos = new long[ACTS * 2];
        var next = new AtomicInteger();
        var began = System.nanoTime();
        Callable<Void> work = () -> {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                var start = System.nanoTime();
                desk.act(actor, rows.get(i)[0], Act.of(Action.TAKE, rows.get(i)[1], null, UUID.randomUUID()));
                nanos[i] = System.nanoTime() - start;
            }
            return null;
        };
        together(Collections.nCopies(CLIENTS, work));
        print("engine alone (take), 16 at once", nanos, System.nanoTime() - began);
    }

    private static void jobs(House house) {
        BenchJobs.of(house.context()).forEach((what, job) -> {
            var nanos = new long[3];
            for (int i = 0; i < nanos.length; i++) {
                var began = System.nanoTime();
                job.run();
                nanos[i] = System.nanoTime() - began;
            }
            print(what, nanos, 0);
        });
    }

    private static Actor actor(House house, Reader reader) {
        var account =
                house.context().getBean(Accounts.class).byLogin(reader.login()).orElseThrow();
        var held = house.context().getBean(Posts.class).heldBy(account.personId());
        return new Actor(account.personId(), account.personName(), held, held.getFirst());
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var one : threads.invokeAll(work)) one.get();
        }
    }

    private static void print(String what, long[] nanos, long all) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-60s p50 %6.1f ms  p95 %6.1f ms%s%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) Math.ceil(nanos.length * .95) - 1] / 1e6,
                all == 0 ? "" : "  %.0f a second".formatted(nanos.length / (all / 1e9)));
    }
}
