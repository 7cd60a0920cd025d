package org.uniongrid.notice;

import org.jspecify.annotations.Nullable;

/** What is known about a message after a wire tried to send it. Reasons are codes, never contents. */
public sealed interface Answer {

    /** It was taken over. */
    record Sent(@Nullable String providerId) implements Answer {}

    /** It was certainly not sent; later it may go through. */
    record Later(String why) implements Answer {}

    /** It was certainly not sent, and never will be. */
    record Refused(String why) implements Answer {}

    /** It may have been sent or not. */
    record Unknown(String why) implements Answer {}
}
