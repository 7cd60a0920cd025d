package org.uniongrid.organisation.register;

import java.util.List;
import java.util.UUID;
import org.uniongrid.organisation.Category;

/**
 * A unit in the tree of some day.
 *
 * @param name as it was called on that day
 * @param suspended whether it rested on that day
 * @param seen whether it stands within the reader's reach today, so that its page can be opened
 * @param branches whether units stood below it
 * @param open whether those have been read
 * @param more whether there were more than are shown
 */
public record DatedNode(
        UUID id,
        String name,
        Category category,
        boolean suspended,
        boolean seen,
        boolean branches,
        boolean open,
        List<DatedNode> children,
        boolean more) {}
