package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;

/** A way to send files without being signed in, where something else proves who sends them. */
public interface UnsignedUpload {

    /** Asked before the files are read. */
    boolean isProven(HttpServletRequest request);
}
