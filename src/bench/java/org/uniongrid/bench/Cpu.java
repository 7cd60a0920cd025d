package org.uniongrid.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process and the PostgreSQL below it have worked so far. Other than the time on the clock it does not grow when
 * the machine is busy with something else; it holds the work of the client, too.
 */
record Cpu(Path data) {

    /** Of a tick in {@code /proc}, which is a hundredth of a second on Linux. */
    private static final double TICK = 10;

    /** Milliseconds. */
    record Spent(double java, double postgres) {

        Spent since(Spent before, int times) {
            return new Spent((java - before.java) / times, (postgres - before.postgres) / times);
        }
    }

    Spent spent() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Spent(machine.getProcessCpuTime() / 1e6, postgres());
    }

    private double postgres() {
        try {
            var server = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .getFirst());
            return ProcessHandle.of(server).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToDouble(child -> ticks(child.pid()) * TICK)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User and system time of a process; none of one that has just ended. */
    private static long ticks(long process) {
        try {
            var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException gone) {
            return 0;
        }
    }
}
