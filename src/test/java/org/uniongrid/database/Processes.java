package org.uniongrid.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Finds the server processes of one cluster, so that a test kills its own and no others. */
final class Processes {

    private Processes() {}

    static List<ProcessHandle> of(Path base) throws IOException {
        var cluster = base.toRealPath().resolve("cluster");
        return ProcessHandle.allProcesses()
                .filter(process -> cluster.equals(directory(process)))
                .toList();
    }

    static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        var gone = Postmaster.until(
                Duration.ofSeconds(30), () -> processes.stream().noneMatch(Processes::running));
        if (!gone) throw new IllegalStateException("still there: " + processes);
    }

    /** Not so a dead one that init has not fetched yet, which ProcessHandle calls alive. */
    static boolean running(ProcessHandle process) {
        return !directory(process).equals(Path.of("/"));
    }

    private static Path directory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"));
        } catch (IOException gone) {
            return Path.of("/");
        }
    }

    static boolean root() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}
