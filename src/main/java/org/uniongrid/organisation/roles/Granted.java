package org.uniongrid.organisation.roles;

/** A permission that a role may have. */
public record Granted(String key, Duty duty) {

    /** The module whose pages it opens. */
    public String module() {
        return key.substring(0, key.indexOf('.'));
    }
}
