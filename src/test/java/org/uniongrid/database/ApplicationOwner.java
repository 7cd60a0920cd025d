package org.uniongrid.database;

import java.nio.file.Path;

/** A process of its own with a whole Spring application, to be stopped from outside. */
final class ApplicationOwner {

    private ApplicationOwner() {}

    public static void main(String[] arguments) throws InterruptedException {
        DatabaseInitializerTests.run(Path.of(arguments[0]));
        System.out.println("running");
        Thread.currentThread().join();
    }
}
