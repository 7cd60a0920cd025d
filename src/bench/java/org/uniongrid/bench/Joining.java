package org.uniongrid.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uniongrid.access.SentCodes;
import org.uniongrid.people.Vault;

/**
 * 4,000 people, or as many as are asked for, join twenty unions over HTTP within five minutes: each scans the code of a
 * union, proves a phone, says what work they do, and sends it. They come one after the other, evenly, and wait for nobody.
 * Half of the unions take whoever comes; in the others somebody is to decide.
 */
final class Joining {

    private static final int PEOPLE = 4_000;
    private static final int UNIONS = 20;
    private static final Duration ALL = Duration.ofMinutes(5);
    private static final int GOAL = 500;
    private static final String CODE = "135790";

    private final House house;
    private final SentCodes codes;
    private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();

    private Joining(House house) {
        this.house = house;
        var context = house.context();
        codes = new SentCodes(
                context.getBean("jdbcClient", JdbcClient.class),
                context.getBean(Vault.class),
                context.getBean(TransactionTemplate.class));
    }

    public static void main(String[] arguments) throws Exception {
        var people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PEOPLE;
        var data = CityData.copy();
        try (var house = House.on(data);
                var owner = house.owner()) {
            var doors = doors(owner);
            // so that what is measured is the house, and not the compiler of the JVM
            new Joining(house).all(doors, 200, 9_000_000, Duration.ofSeconds(20));
            System.out.println("load before: " + Register.load());
            var cpu = new Cpu(data);
            var before = cpu.spent();
            var joining = new Joining(house);
            var pace =
                    ALL.multipliedBy(people).dividedBy(PEOPLE).multipliedBy(95).dividedBy(100);
            var began = System.nanoTime();
            joining.all(doors, people, 0, pace);
            var seconds = (System.nanoTime() - began) / 1e9;
            var worked = cpu.spent().since(before, 1_000);
            joining.print();
            System.out.printf(
                    "%,d people in %.0f s (goal %d s at %,d), %s joined, %s wait; of the processors %.0f s in Java with the clients, %.0f s in PostgreSQL%n",
                    people,
                    seconds,
                    ALL.toSeconds(),
                    PEOPLE,
                    CityData.text(
                            owner,
                            "select count(*) from membership.stay s join membership.application a using (person_id) where a.id > 200"),
                    CityData.text(
                            owner, "select count(*) from membership.application where ended_at is null and id > 200"),
                    worked.java(),
                    worked.postgres());
            System.out.println("load after: " + Register.load());
        }
        System.exit(0);
    }

    private static List<String> doors(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into membership.door (unit_id, code, label, decides, made_by, made_at)
                    select id, lpad(nr::text, 8, '0'), '一号门', case when nr %% 2 = 0 then 'NOBODY' else 'UNION' end, 1, now()
                    from (select id, row_number() over (order by id) as nr from organisation.unit
                        where category = 'ENTERPRISE' and state = 'ACTIVE' and scope is not null order by id limit %d) u
                    """.formatted(UNIONS));
        }
        var doors = new ArrayList<String>();
        for (int i = 1; i <= UNIONS; i++) doors.add("/j/%08d".formatted(i));
        return doors;
    }

    private void all(List<String> doors, int people, int first, Duration within) throws Exception {
        var begin = System.nanoTime();
        var coming = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                var number = i;
                var at = begin + within.toNanos() / people * i;
                coming.add(threads.submit(() -> {
                    LockSupport.parkNanos(at - System.nanoTime());
                    // each union has a network of its own at its gate
                    try (var phone = new PhoneInHand(house.port(), 2 + number % UNIONS, this::note)) {
                        join(phone, doors.get(number % UNIONS), first + number);
                    }
                }));
            }
        }
        for (var one : coming) one.get();
    }

    private void note(String what, long took) {
        nanos.computeIfAbsent(what, _ -> new CopyOnWriteArrayList<>()).add(took);
    }

    private void join(PhoneInHand phone, String door, int number) {
        var called = "154%08d".formatted(number);
        var who = "name=" + encoded("量" + (char) (0x5000 + number % 5_000)) + "&phone=" + called;
        phone.get("1 scan", door);
        phone.send("2 code by SMS", door + "/code", who, 200);
        if (!codes.set(called, "join", CODE)) throw new IllegalStateException("no code was sent");
        phone.send("3 prove the phone", door + "/work", who + "&code=" + CODE, 200);
        phone.send("4 work", door + "/check", "class=rider", 200);
        phone.send("5 join", door, "consent=MEMBERSHIP", 302);
        phone.get("6 home", "/m");
    }

    private void print() {
        nanos.keySet().stream().sorted().forEach(what -> print(what, nanos.getOrDefault(what, List.of())));
        print("all requests", nanos.values().stream().flatMap(List::stream).toList());
    }

    private static void print(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        var p95 = sorted[(int) Math.ceil(sorted.length * .95) - 1] / 1e6;
        System.out.printf(
                "%-20s %,6d  p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms  goal %d ms%s%n",
                what,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                p95,
                sorted[sorted.length - 1] / 1e6,
                GOAL,
                p95 > GOAL ? "  OVER" : "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
