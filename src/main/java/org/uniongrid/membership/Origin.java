package org.uniongrid.membership;

/** How a stay began. */
public enum Origin {
    JOINED,
    /** 转会 */
    TRANSFERRED,
    /** It came with a roll that was kept elsewhere before. */
    ROLL
}
