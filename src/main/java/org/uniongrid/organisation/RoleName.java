package org.uniongrid.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.uniongrid.web.Say;

/**
 * What people call a role. The platform's own are named in the reader's language, others by whoever made them.
 *
 * @param name the name it was given, or null for one of the platform's own
 */
public record RoleName(String key, @Nullable String name) implements MessageSourceResolvable {

    public String in(Say say) {
        return name == null ? say.of("role." + key) : name;
    }

    @Override
    public String[] getCodes() {
        return new String[] {"role." + key};
    }

    /** As a pattern that says nothing but the name, whatever marks stand in it. */
    @Override
    public @Nullable String getDefaultMessage() {
        return name == null ? null : "'" + name.replace("'", "''") + "'";
    }
}
