package org.uniongrid.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The whole application as a process of its own, so that it can be killed. */
final class AppProcess {

    private AppProcess() {}

    /** @param main name of the class that runs it */
    static Process start(String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=Asia/Shanghai",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
