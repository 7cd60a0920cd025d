package org.uniongrid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The browser of somebody's phone: keeps cookies, and sends a form with all that its page carries along. */
final class PhoneInHand implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String origin;
    private final HttpClient client;
    private final BiConsumer<String, Long> took;
    private final Map<String, String> carried = new LinkedHashMap<>();

    /**
     * @param network last part of the address that it calls from
     * @param took told what was asked for, and how many nanoseconds the answer took
     */
    PhoneInHand(int port, int network, BiConsumer<String, Long> took) {
        try {
            origin = "http://127.0.0.1:" + port;
            client = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .localAddress(InetAddress.getByName("127.0.0." + network))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            this.took = took;
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    void get(String what, String path) {
        exchange(what, HttpRequest.newBuilder(URI.create(origin + path)).GET().build(), 200);
    }

    /** @param typed encoded as a form */
    void send(String what, String path, String typed, int status) {
        for (var pair : typed.split("&")) carried.remove(pair.substring(0, pair.indexOf('=')));
        var body = carried.entrySet().stream()
                .map(field -> field.getKey() + "=" + Joining.encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&" + typed));
        exchange(
                what,
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    private void exchange(String what, HttpRequest request, int status) {
        try {
            var began = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofString());
            took.accept(what, System.nanoTime() - began);
            if (answer.statusCode() != status)
                throw new IllegalStateException(what + " is answered by " + answer.statusCode());
            carried.clear();
            var fields = FIELD.matcher(answer.body());
            while (fields.find()) carried.put(fields.group(1), fields.group(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
