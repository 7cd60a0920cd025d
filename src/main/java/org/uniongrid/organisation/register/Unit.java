package org.uniongrid.organisation.register;

import java.util.UUID;
import org.uniongrid.foundation.Scope;
import org.uniongrid.foundation.Span;
import org.uniongrid.organisation.Category;

/**
 * A unit that stands in the tree today, as somebody found it.
 *
 * @param seen what they see of its subtree: all of it, or the unit alone
 */
public record Unit(long id, UUID publicId, String name, Category category, Scope scope, Span seen) {

    boolean isSeenAlone() {
        return seen.equals(scope.alone());
    }
}
