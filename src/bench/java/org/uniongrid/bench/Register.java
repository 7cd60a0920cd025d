package org.uniongrid.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.uniongrid.Program;
import org.uniongrid.Visitor;
import org.uniongrid.access.tokens.BenchToken;
import org.uniongrid.bench.CityData.Reader;

/**
 * Asks for the pages of the register of the big city over HTTP, one after the other, and prints what they took: on the clock,
 * and of the processors, which says how it would be on a machine that does nothing else.
 */
final class Register {

    private static final int ROUNDS = 30;
    private static final int WARM = 3;
    private static final int MEASURED = 60;

    private Register() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var only = List.of(arguments);
        var data = CityData.copy();
        System.out.println("load before: " + load());
        try (var house = House.on(data);
                var owner = house.owner()) {
            if (!only.contains("imports") && !only.contains("rolls")) pages(house, owner, new Cpu(data));
            if (only.isEmpty() || only.contains("imports")) new TakingIn(house, owner, new Cpu(data)).measure();
            if (only.contains("rolls")) new RollTakingIn(house, owner, new Cpu(data)).measure();
        }
        System.out.println("load after: " + load());
        System.exit(0);
    }

    private static void pages(House house, Connection owner, Cpu cpu) throws SQLException {
        warmUp(house, owner);
        System.out.printf(
                "%-9s %-34s %8s %8s %8s %8s %8s  %s%n",
                "reader", "page", "p50", "p95", "CPU", "of SQL", "size", "goal");
        for (var reader : Reader.values()) {
            var visitor = new Visitor(house.port());
            visitor.signIn(reader.login(), CityData.PASSWORD);
            for (var asked : Asked.by(reader, owner))
                measure(reader.name(), asked, () -> visitor.get(asked.path()), cpu);
        }
        var program = new Program(house.port(), BenchToken.issue(house.context()));
        for (var asked : Asked.byPrograms()) measure("program", asked, () -> program.get(asked.path()), cpu);
    }

    /** So that what is measured is the house, and not the compiler of the JVM. */
    private static void warmUp(House house, Connection owner) throws SQLException {
        for (var reader : Reader.values()) {
            var visitor = new Visitor(house.port());
            visitor.signIn(reader.login(), CityData.PASSWORD);
            for (var asked : Asked.by(reader, owner)) for (int i = 0; i < ROUNDS; i++) visitor.get(asked.path());
        }
    }

    static void measure(String reader, Asked asked, Supplier<HttpResponse<String>> ask, Cpu cpu) {
        var nanos = new long[MEASURED];
        var bytes = 0;
        var before = cpu.spent();
        for (int i = -WARM; i < MEASURED; i++) {
            if (i == 0) before = cpu.spent();
            var began = System.nanoTime();
            var answer = ask.get();
            if (i >= 0) nanos[i] = System.nanoTime() - began;
            if (answer.statusCode() != 200)
                throw new IllegalStateException(asked.path() + " answers " + answer.statusCode());
            bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
        }
        var worked = cpu.spent().since(before, MEASURED);
        Arrays.sort(nanos);
        var p50 = nanos[MEASURED / 2] / 1e6;
        var p95 = nanos[(int) Math.ceil(MEASURED * .95) - 1] / 1e6;
        var over = p95 > asked.goal() || !asked.isLight(bytes);
        System.out.printf(
                "%-9s %-34s %5.1f ms %5.1f ms %5.1f ms %5.1f ms %5d KB  %d ms%s%n",
                reader,
                asked.what(),
                p50,
                p95,
                worked.java() + worked.postgres(),
                worked.postgres(),
                bytes / 1000,
                asked.goal(),
                over ? "  OVER" : "");
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    }
}
