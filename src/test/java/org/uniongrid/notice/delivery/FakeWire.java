package org.uniongrid.notice.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Wire;

/** A wire that keeps what it was given and answers as told. */
final class FakeWire implements Wire {

    private final Channel channel;
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Answer> answer = message -> new Answer.Sent("n-1");

    FakeWire(Channel channel) {
        this.channel = channel;
    }

    void answers(Function<Message, Answer> next) {
        answer = next;
    }

    /** What went to one address. */
    List<Message> to(String address) {
        return sent.stream().filter(message -> message.to().equals(address)).toList();
    }

    List<Message> all() {
        return sent;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public Answer send(Message message) {
        sent.add(message);
        return answer.apply(message);
    }
}
