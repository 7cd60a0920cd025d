package org.uniongrid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.uniongrid.access.FirstStart;
import org.uniongrid.organisation.Posts;
import org.uniongrid.people.Persons;

/** The big city in a data folder: made once for the same migrations and the same generator, then copied. */
final class CityData {

    static final String PASSWORD = "a Long enough secret";

    private static final Path PLACE = Path.of("target/bench-city");
    private static final List<Path> MADE_OF = List.of(
            Path.of("src/main/resources/db/migration"),
            Path.of("src/bench"),
            Path.of("src/main/java/org/uniongrid/organisation/SearchText.java"),
            Path.of("src/main/java/org/uniongrid/foundation/Bigrams.java"));

    private CityData() {}

    /** Who reads: a cadre of each floor and the chair of a base union. */
    enum Reader {
        CITY("federation-cadre", "u.tier = 'CITY'"),
        DISTRICT("federation-cadre", "u.tier = 'DISTRICT'"),
        TOWNSHIP("federation-cadre", "u.tier = 'TOWNSHIP'"),
        BASE("union-chair", "u.category = 'ENTERPRISE' and u.state = 'ACTIVE'");

        private final String role;
        final String unit;

        Reader(String role, String unit) {
            this.role = role;
            this.unit = unit;
        }

        String login() {
            return "bench" + (ordinal() + 10);
        }
    }

    /** A copy that may be worked on. */
    static Path copy() throws IOException, SQLException {
        var whole = PLACE.resolve(key());
        if (!Files.exists(whole)) make(whole);
        var copy = PLACE.resolve("run");
        run("rm", "-rf", copy.toString());
        run("cp", "-a", whole.toString(), copy.toString());
        return copy;
    }

    private static void make(Path whole) throws IOException, SQLException {
        var draft = PLACE.resolve("draft");
        run("rm", "-rf", PLACE.toString());
        Files.createDirectories(draft);
        try (var house = House.on(draft);
                var owner = house.owner()) {
            var began = Instant.now();
            var city = new BigCity();
            var loader = new CityLoader(city, owner);
            loader.load();
            System.out.printf(
                    "city made: %,d unions, %,d employers, %.1f s%n",
                    city.unions.size(),
                    city.firms.size(),
                    Duration.between(began, Instant.now()).toMillis() / 1e3);
            var changed = loader.check();
            if (changed > 0) throw new IllegalStateException(changed + " rows are not what the house would derive");
            accounts(house, owner);
        }
        Files.move(draft, whole);
    }

    private static void accounts(House house, Connection owner) throws SQLException {
        for (var reader : Reader.values()) {
            var person = house.context().getBean(Persons.class).add("量" + reader.ordinal());
            var unit = UUID.fromString(text(
                    owner,
                    "select u.public_id from organisation.unit u where " + reader.unit + " order by u.id limit 1"));
            house.context().getBean(Posts.class).appoint(person, reader.role, unit, "干事");
            house.context().getBean(FirstStart.class).openFor(person, reader.login(), PASSWORD, false);
        }
    }

    static String text(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) throw new IllegalStateException("nothing for " + sql);
            return rows.getString(1);
        }
    }

    private static String key() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var root : MADE_OF)
                try (var files = Files.walk(root)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(file.toString().getBytes());
                        digest.update(Files.readAllBytes(file));
                    }
                }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... command) {
        try {
            var status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) throw new IllegalStateException(String.join(" ", command) + " says " + status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
