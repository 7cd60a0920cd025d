package org.uniongrid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uniongrid.bench.CityData.Reader;

/** Takes all employers of the big city in from one file through the pages, and prints how long that takes. */
final class TakingIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String EDGE = "--------bench";
    private static final int GOAL_SECONDS = 60;
    private static final int GOAL_MEGABYTES = 300;

    private final String origin;
    private final Connection owner;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    TakingIn(House house, Connection owner) {
        origin = "http://localhost:" + house.port();
        this.owner = owner;
    }

    void measure() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("truncate organisation.employer cascade");
            statement.execute("select organisation.rebuild_totals()");
            statement.execute("vacuum analyze organisation.employer");
        }
        signIn();
        var file = file(new BigCity());
        System.gc();
        var before = used();
        heap().forEach(pool -> pool.resetPeakUsage());
        var began = System.nanoTime();
        var run = upload(file);
        if (run == null) return;
        await("CHECKED");
        var checked = seconds(began);
        post(run + "/commit", "mode=all&_csrf=" + token(get(run)));
        await("COMMITTED");
        var all = seconds(began);
        var peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "import of %s employers: check %.1f s, all %.1f s (goal %d s); heap %d MB above %d MB at its peak (goal %d MB)%n",
                CityData.text(owner, "select count(*) from organisation.employer"),
                checked,
                all,
                GOAL_SECONDS,
                (peak - before) >> 20,
                before >> 20,
                GOAL_MEGABYTES);
    }

    private static String file(BigCity city) {
        return city.firms.stream()
                .map(firm -> String.join(
                        ",",
                        firm.code(),
                        firm.name(),
                        firm.ownership(),
                        firm.industry(),
                        String.valueOf(firm.staff()),
                        firm.division(),
                        firm.covered() ? CityLoader.code(firm.union().id()) : "",
                        firm.covered() ? "联合" : ""))
                .collect(Collectors.joining("\n", "统一社会信用代码,单位名称,单位性质,行业代码,职工人数,所在地区划代码,覆盖工会,覆盖方式\n", "\n"));
    }

    private void signIn() {
        post(
                "/sign-in",
                form(Map.of("login", Reader.CITY.login(), "password", CityData.PASSWORD)) + "&_csrf="
                        + token(get("/sign-in")));
    }

    /** The address of the run; null where the house takes no file as long as this. */
    private @Nullable String upload(String file) {
        var token = token(get("/exchange/imports/new?kind=employers"));
        var body = part("kind", "employers") + part("_csrf", token) + "--" + EDGE
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"city.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + file + "\r\n--" + EDGE + "--\r\n";
        var answer = send(request("/exchange/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 == 3)
            return URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
        System.out.println("import of 66,380 employers: refused with " + answer.statusCode());
        return null;
    }

    private static String part(String name, String value) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Looks again and again until the run has come so far. */
    private void await(String state) throws SQLException {
        for (int i = 0; i < 3_000; i++) {
            var now = CityData.text(owner, "select state from exchange.import_run order by id desc limit 1");
            if (now.equals(state)) return;
            if (now.equals("FAILED")) break;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the import was never " + state);
    }

    private String get(String path) {
        return send(request(path).GET().build()).body();
    }

    private void post(String path, String form) {
        var answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.statusCode() >= 400) throw new IllegalStateException(path + " answers " + answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) throw new IllegalStateException("no form to take a token from");
        return token.group(1);
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
