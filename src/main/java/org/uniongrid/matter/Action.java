package org.uniongrid.matter;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What people do with matters. Each is an entry of the timeline. */
public enum Action {
    SUBMIT("send", Words.ASKED),
    /** 领办: out of the pool of the unit, into the hands of one post. */
    TAKE("user-check", Words.NONE),
    /** Back into the pool. */
    PUT_BACK("arrow-back-up", Words.NONE),
    /** 转办: to another post of the unit. */
    HAND_OVER("arrow-forward-up", Words.WELCOME),
    ANSWER("circle-check", Words.ASKED),
    /** With a reason; it ends the matter. */
    REFUSE("circle-x", Words.ASKED),
    /** 退回补充: to the unit that asked, for what is missing. */
    RETURN("arrow-back-up", Words.ASKED),
    /** What was missing is there. */
    COMPLETE("arrow-forward-up", Words.ASKED),
    WITHDRAW("arrow-back-up", Words.WELCOME),
    /** 催办. */
    URGE("bell-ringing", Words.WELCOME),
    COMMENT("message-2", Words.ASKED),
    /** A paper was added. */
    ATTACH("paperclip", Words.NONE),
    /** A paper was taken back by who added it. */
    DETACH("file-off", Words.NONE);

    /** Whether it is done with words. */
    public enum Words {
        NONE,
        WELCOME,
        ASKED
    }

    private final String icon;
    private final Words words;

    Action(String icon, Words words) {
        this.icon = icon;
        this.words = words;
    }

    public String icon() {
        return icon;
    }

    public Words words() {
        return words;
    }

    /** In the address, such as {@code hand-over}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the message on its button. */
    public String key() {
        return "matter.action." + path();
    }

    /** Key of the message that says it was done. */
    public String done() {
        return "matter.done." + path();
    }

    /** @throws NoSuchElementException where no action has this address */
    public static Action at(String path) {
        return Arrays.stream(values())
                .filter(action -> action.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no action " + path));
    }

    /** Whether it is the unit's own business, and not for the eyes of whoever asked. */
    boolean isInside() {
        return this == TAKE || this == PUT_BACK || this == HAND_OVER;
    }

    /** Whether somebody judges what was asked; nobody does that for their own matter. */
    boolean decides() {
        return this == TAKE || this == HAND_OVER || this == ANSWER || this == REFUSE || this == RETURN;
    }
}
