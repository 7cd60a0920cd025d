package org.uniongrid.matter.papers;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A virus scanner that speaks as clamd does, and finds whatever holds the word it was given. */
final class Clamd implements AutoCloseable {

    static final String VIRUS = "VIRUS-OF-THE-TEST";
    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket server;
    private final @Nullable String always;

    private Clamd(@Nullable String always) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.always = always;
        Thread.ofVirtual().start(this::serve);
    }

    static Clamd awake() throws IOException {
        return new Clamd(null);
    }

    /** Answers the same to everything; to say nothing at all, an empty word. */
    static Clamd saying(String answer) throws IOException {
        return new Clamd(answer);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed())
            try {
                var asker = server.accept();
                Thread.ofVirtual().start(() -> answer(asker));
            } catch (IOException closed) {
                return;
            }
    }

    private void answer(Socket asker) {
        try (asker;
                var in = new DataInputStream(asker.getInputStream())) {
            var command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
            var content = new ByteArrayOutputStream();
            for (var length = in.readInt(); length > 0; length = in.readInt())
                content.writeBytes(in.readNBytes(length));
            var answer =
                    command.equals(COMMAND) ? finding(content.toString(StandardCharsets.UTF_8)) : "UNKNOWN COMMAND";
            if (answer.isEmpty()) in.read();
            else asker.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // whoever asked has left
        }
    }

    private String finding(String content) {
        if (always != null) return always;
        return content.contains(VIRUS) ? "stream: Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
