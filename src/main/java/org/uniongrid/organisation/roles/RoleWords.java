package org.uniongrid.organisation.roles;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uniongrid.organisation.Extent;
import org.uniongrid.web.Option;
import org.uniongrid.web.Say;

/** The words and choices of the pages about roles. */
public record RoleWords(Say say) {

    /** Permissions by module, in the order of their keys. */
    public static Map<String, List<Granted>> byModule(List<Granted> permissions) {
        var groups = new LinkedHashMap<String, List<Granted>>();
        permissions.stream()
                .map(Granted::module)
                .distinct()
                .forEach(module -> groups.put(
                        module,
                        permissions.stream()
                                .filter(one -> one.module().equals(module))
                                .toList()));
        return groups;
    }

    /** Those of a role only. */
    public static Map<String, List<Granted>> byModule(List<Granted> permissions, Set<String> held) {
        return byModule(
                permissions.stream().filter(one -> held.contains(one.key())).toList());
    }

    public List<Option> reaches() {
        return Arrays.stream(Extent.values())
                .map(one -> new Option(one.name(), say.of(one.key())))
                .toList();
    }

    public List<Option> options(List<Role> roles) {
        return roles.stream()
                .map(role -> new Option(role.publicId().toString(), role.name().in(say)))
                .toList();
    }
}
