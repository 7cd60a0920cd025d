package org.uniongrid.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All subjects of rule packs and what is shipped of them: a file for each under {@code packs/<module>}. */
@Component
public class PackSubjects {

    private static final String FILES = "classpath*:packs/*/*.yaml";

    private final Map<String, PackFile> files = new TreeMap<>();

    PackSubjects() {
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var file = PackFile.read(
                        String.valueOf(resource.getFilename()), resource.getContentAsString(StandardCharsets.UTF_8));
                if (files.putIfAbsent(file.subject().key(), file) != null)
                    throw new IllegalStateException("Two files define the rule packs of "
                            + file.subject().key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their keys. */
    public List<PackSubject> all() {
        return files.values().stream().map(PackFile::subject).toList();
    }

    public Optional<PackSubject> find(String key) {
        return Optional.ofNullable(files.get(key)).map(PackFile::subject);
    }

    /** Whoever asks for a subject that no module defines has a fault in their code. */
    PackSubject known(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No rule packs of " + key));
    }

    /** What the platform brings, of all subjects. */
    public List<ShippedPack> shipped() {
        var shipped = new ArrayList<ShippedPack>();
        files.values().forEach(file -> shipped.addAll(file.packs()));
        return shipped;
    }
}
