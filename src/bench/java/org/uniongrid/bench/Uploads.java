package org.uniongrid.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;
import org.uniongrid.bench.CityData.Reader;

/** Hands files in through the pages, as somebody at a desk does. */
final class Uploads {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> STATES = List.of("READING", "CHECKING", "CHECKED", "COMMITTING", "COMMITTED");
    private static final String EDGE = "--------bench";

    private final String origin;
    private final Connection owner;
    private final Cpu cpu;
    private boolean signedIn;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Uploads(House house, Connection owner, Cpu cpu) {
        origin = "http://localhost:" + house.port();
        this.owner = owner;
        this.cpu = cpu;
    }

    /**
     * Takes a file in, and prints how long that takes and how much memory.
     *
     * @param rows the SQL that counts what came in
     */
    void measure(String kind, String file, String rows, int seconds, int megabytes) throws SQLException {
        if (!signedIn) signIn();
        signedIn = true;
        System.gc();
        var used = used();
        heap().forEach(pool -> pool.resetPeakUsage());
        var most = new AtomicLong();
        NotificationListener listener = (notification, _) -> most.accumulateAndGet(
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .entrySet()
                        .stream()
                        .filter(pool -> heap().anyMatch(one -> one.getName().equals(pool.getKey())))
                        .mapToLong(pool -> pool.getValue().getUsed())
                        .sum(),
                Math::max);
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(each -> ((NotificationEmitter) each).addNotificationListener(listener, null, null));
        var began = System.nanoTime();
        var run = upload(kind, file);
        if (run == null) return;
        await("CHECKING");
        var read = seconds(began);
        await("CHECKED");
        var checked = seconds(began);
        var before = cpu.spent();
        post(run + "/commit", "mode=all&_csrf=" + token(get(run)));
        await("COMMITTED");
        var all = seconds(began);
        var worked = cpu.spent().since(before, 1_000);
        var peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "import of %s %s: read %.1f s, check %.1f s, commit %.1f s (of the processors %.1f s in Java, %.1f s in PostgreSQL), all %.1f s (goal %d s); heap %d MB above %d MB after collections (goal %d MB), %d MB with garbage%n",
                CityData.text(owner, rows),
                kind,
                read,
                checked - read,
                all - checked,
                worked.java(),
                worked.postgres(),
                all,
                seconds,
                (most.get() - used) >> 20,
                used >> 20,
                megabytes,
                (peak - used) >> 20);
    }

    void signIn() {
        post(
                "/sign-in",
                form(Map.of("login", Reader.CITY.login(), "password", CityData.PASSWORD)) + "&_csrf="
                        + token(get("/sign-in")));
    }

    /** The address of the run; null where the house takes no file as long as this. */
    @Nullable
    String upload(String kind, String file) {
        var token = token(get("/exchange/imports/new?kind=" + kind));
        var body = part("kind", kind) + part("_csrf", token) + "--" + EDGE
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"city.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + file + "\r\n--" + EDGE + "--\r\n";
        var answer = send(request("/exchange/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 == 3)
            return URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
        System.out.println("import of " + kind + ": refused with " + answer.statusCode());
        return null;
    }

    private static String part(String name, String value) {
        return "--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Looks again and again until the run has come so far. */
    void await(String state) throws SQLException {
        for (int i = 0; i < 3_000; i++) {
            var now = CityData.text(owner, "select state from exchange.import_run order by id desc limit 1");
            if (now.equals("FAILED")) break;
            if (STATES.indexOf(now) >= STATES.indexOf(state)) return;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the import was never " + state);
    }

    String get(String path) {
        return send(request(path).GET().build()).body();
    }

    void post(String path, String form) {
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

    static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) throw new IllegalStateException("no form to take a token from");
        return token.group(1);
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
