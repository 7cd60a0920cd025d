package org.uniongrid.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees to it that one process at a time, and that only once, works on a directory. */
final class InstanceLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private InstanceLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static InstanceLock take(Path directory) throws IOException {
        // before the file is opened: closing any channel on it would drop the lock this JVM already holds
        if (!HELD.add(directory))
            throw new DataInUse(
                    directory, String.valueOf(ProcessHandle.current().pid()));
        try {
            return new InstanceLock(directory, lock(directory));
        } catch (IOException | RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    /** Whether some process, this one too, works on the directory now. */
    static boolean isHeld(Path directory) throws IOException {
        var file = directory.resolve("instance.lock");
        if (!Files.exists(file)) return false;
        var place = directory.toRealPath();
        if (!HELD.add(place)) return true;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } finally {
            HELD.remove(place);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var file = directory.resolve("instance.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DataInUse(directory, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(directory);
    }
}
