package org.uniongrid.notice;

/** The port behind which e-mail, SMS and WeChat stand. One bean for each {@link Channel}. */
public interface Wire {

    Channel channel();

    /** Whether messages leave the house; one that only writes to the log answers no. */
    boolean isReal();

    /** Sends once, within seconds, and says what became of it. Runs outside any transaction. */
    Answer send(Message message);
}
