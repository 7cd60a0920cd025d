package org.uniongrid;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.modulith.ApplicationModule;

/** What the SQL in the text of a class may do. */
final class SqlRules {

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile(
            "\\b(select|insert into|update|delete from|from|join|into|offset)\\s", Pattern.CASE_INSENSITIVE);
    private static final String SCHEMAS = "(" + String.join("|", House.MODULES) + ")";
    private static final Pattern TABLE = Pattern.compile("\\b" + SCHEMAS + "\\.[a-z_]+");
    private static final Pattern WRITTEN =
            Pattern.compile("\\b(?:insert\\s+into|update|delete\\s+from)\\s+" + SCHEMAS + "\\.[a-z_]+");
    private static final Pattern OFFSET = Pattern.compile("\\boffset\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("\\breferences\\s+" + SCHEMAS + "\\.");

    private SqlRules() {}

    /** What is wrong with the SQL in this source of a module that may use these other modules. */
    static Set<String> faults(String source, String module, Set<String> mayUse) {
        var faults = new TreeSet<String>();
        for (var sql : sqlIn(source)) {
            TABLE.matcher(sql)
                    .results()
                    .filter(found -> !found.group(1).equals(module) && !mayUse.contains(found.group(1)))
                    .forEach(found -> faults.add("reads " + found.group()));
            WRITTEN.matcher(sql)
                    .results()
                    .filter(found -> !found.group(1).equals(module))
                    .forEach(found -> faults.add("writes: " + found.group()));
            if (OFFSET.matcher(sql).find()) faults.add("pages with OFFSET");
        }
        return faults;
    }

    private static List<String> sqlIn(String source) {
        return TEXT.matcher(source)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(text -> SQL.matcher(text).find())
                .toList();
    }

    /** Tables that a migration leans on though they stand higher. */
    static Set<String> upwardReferences(String migration, String module) {
        var faults = new TreeSet<String>();
        REFERENCE
                .matcher(migration)
                .results()
                .filter(found -> House.MODULES.indexOf(found.group(1)) > House.MODULES.indexOf(module))
                .forEach(found -> faults.add(found.group()));
        return faults;
    }

    /** The modules that this one has declared it depends on. */
    static Set<String> declared(String module) {
        return House.CLASSES.stream()
                .map(type -> type.getPackage())
                .filter(place -> place.getName().equals("org.uniongrid." + module))
                .findFirst()
                .map(place -> Set.copyOf(Arrays.asList(
                        place.getAnnotationOfType(ApplicationModule.class).allowedDependencies())))
                .orElse(Set.of());
    }

    static String moduleOf(Path source) {
        return House.SOURCES.relativize(source).getName(0).toString();
    }
}
