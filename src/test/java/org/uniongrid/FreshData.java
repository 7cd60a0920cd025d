package org.uniongrid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.FileSystemUtils;

/** Throws away the data of earlier test runs, whose migrations may have been others. Unpacked binaries stay. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As a property of the house: tests run in several processes, each with data of its own. */
    static final String PROPERTY = "uniongrid.data=target/test-data/${tests.process:1}";

    private static final Path CLUSTER = TestData.PLACE.resolve("postgres").resolve("cluster");
    private static final Path SEALS = TestData.PLACE.resolve("audit");

    private static boolean done;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (done) return;
        done = true;
        try {
            if (Files.exists(CLUSTER.resolve("postmaster.pid"))) return;
            FileSystemUtils.deleteRecursively(CLUSTER);
            // the seals of a database that is gone would tell that the trail was cut off
            FileSystemUtils.deleteRecursively(SEALS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
