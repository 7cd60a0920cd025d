package org.uniongrid.foundation;

/** The actor lacks the permission that an endpoint names. Shown as a 403 page. */
public final class NotPermitted extends RuntimeException {

    public NotPermitted(String permission) {
        super(permission);
    }
}
