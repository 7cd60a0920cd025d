package org.uniongrid.access.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seals outside the database, one JSON object a line: {@code seals.jsonl} in {@code audit} of the data folder. Cut
 * the database, and this still tells.
 */
record SealFile(Path file, JsonMapper json) {

    private static final int CHUNK = 64 * 1024;

    /** A seal as it stands on a line: its text, and the signature in Base64. */
    record Line(long number, String sealed, byte[] signature) {}

    /** The last whole line. What a crash left of one more is no line. */
    Optional<Line> last() throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = wholeLines(bytes);
            if (end == 0) return Optional.empty();
            long begin = afterNewline(bytes, end - 1);
            var line = new byte[(int) (end - 1 - begin)];
            bytes.seek(begin);
            bytes.readFully(line);
            return Optional.of(json.readValue(line, Line.class));
        }
    }

    /** How many bytes are whole lines. */
    private static long wholeLines(RandomAccessFile bytes) throws IOException {
        return afterNewline(bytes, bytes.length());
    }

    /** The place after the last newline before this place; 0 where there is none. */
    private static long afterNewline(RandomAccessFile bytes, long before) throws IOException {
        var chunk = new byte[CHUNK];
        for (long end = before; end > 0; ) {
            long begin = Math.max(0, end - CHUNK);
            bytes.seek(begin);
            bytes.readFully(chunk, 0, (int) (end - begin));
            for (int i = (int) (end - begin) - 1; i >= 0; i--) if (chunk[i] == '\n') return begin + i + 1;
            end = begin;
        }
        return 0;
    }

    /** Adds those that come after the last line, and waits till they are on the disk. Other processes wait meanwhile. */
    void add(List<Line> lines) throws IOException {
        try (var channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock();
                var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long known = last().map(Line::number).orElse(0L);
            channel.truncate(wholeLines(bytes));
            channel.position(channel.size());
            for (var line : lines) {
                if (line.number() <= known) continue;
                var text = ByteBuffer.wrap((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) channel.write(text);
                known = line.number();
            }
            channel.force(true);
        }
    }

    /** All lines that are there now, in order; what is added meanwhile is left out. */
    Lines read() throws IOException {
        return Files.exists(file) ? new Lines(FileChannel.open(file), json) : new Lines(null, json);
    }

    /** The lines of a file, one at a time. A line that is no seal counts as one without a number. */
    static final class Lines implements Iterator<Line>, AutoCloseable {

        private static final Line BROKEN = new Line(0, "", new byte[0]);

        private final @Nullable BufferedReader reader;
        private final JsonMapper json;
        private long left;
        private @Nullable Line next;

        private Lines(@Nullable FileChannel channel, JsonMapper json) throws IOException {
            this.json = json;
            this.left = channel == null ? 0 : channel.size();
            this.reader = channel == null
                    ? null
                    : new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8), CHUNK);
            this.next = readNext();
        }

        private @Nullable Line readNext() throws IOException {
            var text = reader == null || left <= 0 ? null : reader.readLine();
            if (text == null) return null;
            left -= text.getBytes(StandardCharsets.UTF_8).length + 1;
            if (left < 0) return null;
            try {
                return json.readValue(text, Line.class);
            } catch (RuntimeException odd) {
                return BROKEN;
            }
        }

        @Nullable
        Line peek() {
            return next;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Line next() {
            var line = next;
            if (line == null) throw new NoSuchElementException();
            try {
                next = readNext();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            if (reader != null) reader.close();
        }
    }
}
