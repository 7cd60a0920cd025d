package org.uniongrid.matter.papers;

import java.io.IOException;

/** The port to a scanner of viruses. */
interface VirusScan {

    /** Where none is set up, every file passes. */
    VirusScan NONE = content -> true;

    /**
     * Whether nothing was found in it.
     *
     * @throws IOException where the scanner gives no answer; then nobody knows
     */
    boolean isClean(byte[] content) throws IOException;
}
