package org.uniongrid.matter.papers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a running {@code clamd} over TCP or a socket in the file system: its command INSTREAM. */
final class ClamAv implements VirusScan {

    private static final String UNIX = "unix:";
    private static final int PORT = 3310;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final SocketAddress address;
    private final Duration patience;

    private ClamAv(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** @param where {@code host:port}, {@code host}, or {@code unix:/path/of/clamd.sock} */
    static ClamAv at(String where, Duration patience) {
        if (where.startsWith(UNIX))
            return new ClamAv(UnixDomainSocketAddress.of(where.substring(UNIX.length())), patience);
        var colon = where.lastIndexOf(':');
        var host = colon < 0 ? where : where.substring(0, colon);
        var port = colon < 0 ? PORT : Integer.parseInt(where.substring(colon + 1));
        return new ClamAv(InetSocketAddress.createUnresolved(host, port), patience);
    }

    @Override
    public boolean isClean(byte[] content) throws IOException {
        var answer = ask(content);
        if (answer.endsWith(" FOUND")) return false;
        if (answer.equals("stream: OK")) return true;
        throw new IOException("clamd answered: " + answer);
    }

    /** On a thread of its own: a channel that waits can only be let go by interrupting whoever waits. */
    private String ask(byte[] content) throws IOException {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = thread.submit(() -> exchange(content));
            try {
                return asking.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                throw new IOException("clamd cannot be asked", failed.getCause());
            } catch (TimeoutException late) {
                throw new IOException("clamd gave no answer in " + patience, late);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while clamd was asked", stopped);
            } finally {
                asking.cancel(true);
            }
        }
    }

    private String exchange(byte[] content) throws IOException {
        try (var clamd = connected()) {
            write(clamd, ByteBuffer.wrap(COMMAND));
            for (int from = 0; from < content.length; from += CHUNK) {
                var length = Math.min(CHUNK, content.length - from);
                write(clamd, ByteBuffer.allocate(4).putInt(length).flip());
                write(clamd, ByteBuffer.wrap(content, from, length));
            }
            write(clamd, ByteBuffer.allocate(4));
            return answer(clamd);
        }
    }

    private SocketChannel connected() throws IOException {
        if (address instanceof InetSocketAddress net)
            return SocketChannel.open(new InetSocketAddress(net.getHostString(), net.getPort()));
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(address);
        return channel;
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) clamd.write(bytes);
    }

    /** To the zero byte that ends it. */
    private static String answer(SocketChannel clamd) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && clamd.read(answer) >= 0)
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) break;
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }
}
