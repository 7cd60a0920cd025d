package org.uniongrid.notice.wires;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Recipients;
import org.uniongrid.notice.Wire;

/** Stands in for a wire that is not set up: a line in the log, without words and with the address masked. */
class LogWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(LogWire.class);

    private final Channel channel;

    LogWire(Channel channel) {
        this.channel = channel;
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
        LOG.info("{} to {}: {}", channel, Recipients.masked(message.to()), message.kind());
        return new Answer.Sent("log");
    }
}
