package org.uniongrid;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the house is built of: its modules by floor, its classes, its files. */
final class House {

    /** Lower floors first: a module may depend only on those that stand before it. */
    static final List<String> FLOORS = List.of(
            "database",
            "foundation",
            "web",
            "exchange",
            "people",
            "organisation",
            "access",
            "notice",
            "matter",
            "structure",
            "membership",
            "casework",
            "portal");

    /** Stand on top of everything and put it together; nothing stands on them but one another. */
    static final List<String> ROOF = List.of("demo", "start");

    static final List<String> MODULES =
            Stream.concat(FLOORS.stream(), ROOF.stream()).toList();

    static final Path SOURCES = Path.of("src/main/java/org/uniongrid");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Without what is generated from templates. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("Generated.class"))
            .importPackages("org.uniongrid");

    private House() {}

    /** The module a class stands in; empty for the house's own. */
    static String module(JavaClass type) {
        return part(type, 2).orElse("");
    }

    /** The room a class stands in, if it stands in one. */
    static Optional<String> room(JavaClass type) {
        return part(type, 3);
    }

    private static Optional<String> part(JavaClass type, int index) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > index ? Optional.of(parts[index]) : Optional.empty();
    }

    static List<Path> files(Path under, String ending) {
        if (!Files.exists(under)) return List.of();
        try (var all = Files.walk(under)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
