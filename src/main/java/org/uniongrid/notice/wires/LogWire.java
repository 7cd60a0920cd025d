package org.uniongrid.notice.wires;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Wire;

/** Stands in for a wire that is not set up: a line in the log, without words and with the address masked. To try the house out, it may be told to write an SMS with its words. */
class LogWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(LogWire.class);

    private final Channel channel;
    private final boolean withWords;

    LogWire(Channel channel) {
        this(channel, false);
    }

    LogWire(Channel channel, boolean withWords) {
        this.channel = channel;
        this.withWords = withWords;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isReal() {
        return false;
    }

    @Override
    public Answer send(Message message) {
        var said = withWords ? message.kind() + " " + message.text() : message.kind();
        LOG.info("{} to {}: {}", channel, Recipients.masked(message.to()), said);
        return new Answer.Sent("log");
    }
}
