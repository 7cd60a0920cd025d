package org.uniongrid.database;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** An SMS provider that takes its time, and outlives whoever sends: it keeps the number of each message that reached it. */
final class Provider implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("OutId=([^&]+)");

    private final HttpServer server;
    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final long millis;

    Provider(long millis) throws IOException {
        this.millis = millis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> reached() {
        return List.copyOf(reached);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var number = NUMBER.matcher(exchange.getRequestURI().getRawQuery());
        if (!number.find()) throw new IOException("a message without a number");
        reached.add(number.group(1));
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var body = "{\"Code\":\"OK\",\"BizId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
