package org.uniongrid.organisation.register;

import java.util.List;
import java.util.UUID;
import org.uniongrid.organisation.Category;

/**
 * A unit in the tree.
 *
 * @param employers how many employers stand in its subtree
 * @param branches whether units stand below it that the tree shows
 * @param open whether its children have been read
 * @param more whether a branch has more children than the tree shows
 */
public record TreeNode(
        UUID id,
        String name,
        Category category,
        long employers,
        boolean branches,
        boolean open,
        boolean chosen,
        List<TreeNode> children,
        boolean more) {}
