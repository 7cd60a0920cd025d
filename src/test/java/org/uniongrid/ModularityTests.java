package org.uniongrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules, and the map of the house. */
class ModularityTests {

    private static final Path MAP = Path.of("docs/map.md");

    private final ApplicationModules modules = ApplicationModules.of(UnionGrid.class);

    @Test
    void modulesKeepTheirWalls() {
        modules.verify();
    }

    @Test
    void everyModuleHasItsFloor() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(House.MODULES);
    }

    @Test
    void modulesDependOnlyOnThoseBeforeThem() {
        var wrong = new TreeSet<String>();
        for (var type : House.CLASSES)
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var from = House.module(type);
                var to = House.module(dependency.getTargetClass());
                if (House.MODULES.contains(to) && !from.isEmpty() && !mayUse(from, to))
                    wrong.add(from + " uses " + to + ": " + dependency.getDescription());
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void migrationsRunFromTheLowestFloorUp() throws IOException {
        var properties = House.read(Path.of("src/main/resources/application.properties"));
        var order = properties
                .lines()
                .filter(line -> line.startsWith("uniongrid.modules="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        try (var folders = Files.list(House.MIGRATIONS)) {
            var withTables =
                    folders.map(folder -> folder.getFileName().toString()).toList();
            assertThat(order.split(","))
                    .containsExactlyElementsOf(
                            House.MODULES.stream().filter(withTables::contains).toList());
        }
    }

    @Test
    void theMapIsTrue() throws IOException {
        var drawn = HouseMap.draw();
        var committed = Files.exists(MAP) ? Files.readString(MAP) : "";
        if (!committed.equals(drawn)) Files.writeString(MAP, drawn);
        assertThat(committed)
                .as("%s was out of date. It has been drawn anew: look at it and commit it", MAP)
                .isEqualTo(drawn);
    }

    private static boolean mayUse(String from, String to) {
        return House.MODULES.indexOf(to) <= House.MODULES.indexOf(from);
    }
}
