package org.uniongrid.exchange;

/** A file that cannot be taken in at all, and why. Shown on the upload form, never logged as an error. */
public final class FileRefused extends RuntimeException {

    private final transient Object[] args;

    public FileRefused(String key, Object... args) {
        super(key);
        this.args = args.clone();
    }

    /** Message key, such as {@code import.refused.encrypted}. */
    public String key() {
        return String.valueOf(getMessage());
    }

    public Object[] args() {
        return args.clone();
    }
}
