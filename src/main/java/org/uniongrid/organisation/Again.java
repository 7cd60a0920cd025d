package org.uniongrid.organisation;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;

/** What is tried a second time where somebody else was quicker: then it can be told what stands against it. */
public final class Again {

    private Again() {}

    public static <T> T evenIfAnotherWasQuicker(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (DataIntegrityViolationException another) {
            return deed.get();
        }
    }
}
