package org.uniongrid;

import java.nio.file.Path;

/** Where the house of the tests keeps its data. */
public final class TestData {

    /** Tests run in several processes, each with data of its own. */
    public static final Path PLACE = Path.of("target", "test-data", System.getProperty("tests.process", "1"));

    private TestData() {}
}
