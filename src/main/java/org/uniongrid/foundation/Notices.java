package org.uniongrid.foundation;

/**
 * The port for telling people something. What is told is kept in the transaction of the deed and sent after it. The
 * module {@code notice} finds the wires: inbox, e-mail, SMS, WeChat.
 */
public interface Notices {

    /** Tells once: a second notice with the same key is dropped. */
    void tell(Notice notice);
}
