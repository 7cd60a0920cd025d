package org.uniongrid.access.webhooks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * One POST over a connection of its own. By hand rather than by an HTTP client, since none of them lets us connect to the
 * very address that was looked up and allowed, and still checks the certificate for the name. Follows nothing.
 */
@Component
class HookSender {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    private final HookAddresses addresses;

    HookSender(HookAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * @return the status that was answered
     * @throws HookAddresses.Refused if the address may not be called
     * @throws IOException if there was no answer in time
     */
    int post(String address, Map<String, String> headers, String body) throws IOException {
        var uri = addresses.parse(address);
        var resolved = addresses.resolve(uri);
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(resolved, port), CONNECT_MILLIS);
            plain.setSoTimeout(READ_MILLIS);
            try (var socket = secure ? withTls(plain, uri.getHost(), port) : plain) {
                var bytes = body.getBytes(UTF_8);
                var out = socket.getOutputStream();
                out.write(head(uri, headers, bytes.length).getBytes(US_ASCII));
                out.write(bytes);
                out.flush();
                return status(socket.getInputStream());
            }
        }
    }

    private static Socket withTls(Socket plain, String host, int port) throws IOException {
        var socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI uri, Map<String, String> headers, int length) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var host = uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        var head = new StringBuilder();
        for (var line : List.of(
                "POST " + path + query + " HTTP/1.1",
                "Host: " + host,
                "User-Agent: UnionGrid",
                "Content-Type: application/json",
                "Content-Length: " + length,
                "Connection: close")) head.append(line).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /** Reads no more than the first line, and no longer than the time for it, however slowly it drips. */
    private static int status(InputStream in) throws IOException {
        long end = System.nanoTime() + READ_MILLIS * 1_000_000L;
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0 || line.length() > LONGEST_LINE) throw new IOException("no answer");
            if (System.nanoTime() > end) throw new SocketTimeoutException();
            line.append(new String(new byte[] {(byte) sign}, ISO_8859_1));
        }
        var status = STATUS.matcher(line.toString().strip());
        if (!status.matches()) throw new IOException("no HTTP");
        return Integer.parseInt(status.group(1));
    }
}
