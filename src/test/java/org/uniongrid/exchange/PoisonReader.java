package org.uniongrid.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own with little memory, which reads every file of a folder and says how long it took and what came of it. */
final class PoisonReader {

    private PoisonReader() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (var file : files.sorted().toList()) System.out.println(file.getFileName() + " " + read(file));
        }
    }

    private static String read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        var problems = new int[1];
        var begun = System.nanoTime();
        String came;
        try {
            SheetFile.read(content, org.uniongrid.exchange.Files.COLUMNS, (_, wrong) -> problems[0] += wrong.size());
            came = problems[0] + " problems";
        } catch (FileRefused refused) {
            came = refused.key();
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() + " " + came;
    }
}
