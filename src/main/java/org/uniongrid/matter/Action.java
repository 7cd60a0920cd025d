package org.uniongrid.matter;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/** What people do with matters. Each is an entry of the timeline. The order is that of the buttons. */
public enum Action {
    SUBMIT("send", Words.ASKED, Eyes.ALL),
    /** 领办: out of the pool of the unit, into the hands of one post. */
    TAKE("user-check", Words.NONE, Eyes.INSIDE),
    /** 同意: on to the next step of the route. */
    APPROVE("circle-check", Words.WELCOME, Eyes.INSIDE),
    /** 答复: whoever asked is told what came of it; somebody then asks whether it is solved, before it ends. */
    REPLY("message-2", Words.ASKED, Eyes.ALL),
    ANSWER("circle-check", Words.ASKED, Eyes.ALL),
    /** What was missing is there. */
    COMPLETE("arrow-forward-up", Words.ASKED, Eyes.ALL),
    /** 会签 said: a signer's word. */
    AGREE("circle-check", Words.WELCOME, Eyes.INSIDE),
    DISAGREE("circle-x", Words.ASKED, Eyes.INSIDE),
    /** 反馈: a part that was dispatched is done. */
    REPORT("circle-check", Words.ASKED, Eyes.INSIDE),
    /** 驳回: to an earlier step, or to the unit that asked for what is missing. */
    RETURN("arrow-back-up", Words.ASKED, Eyes.ALL),
    /** 退回: a part that was dispatched belongs elsewhere. */
    SEND_UP("arrow-back-up", Words.ASKED, Eyes.INSIDE),
    /** With a reason; it ends the matter. */
    REFUSE("circle-x", Words.ASKED, Eyes.ALL),
    /** 会签、或签: others of the unit say whether they agree, before it goes on. */
    ASK_SIGNERS("users", Words.WELCOME, Eyes.INSIDE),
    /** 派发: parts of the work to units below. */
    DISPATCH("hierarchy-2", Words.ASKED, Eyes.INSIDE),
    /** 收回: no longer wait for signers, or for units below. */
    RECALL("arrow-back-up", Words.ASKED, Eyes.INSIDE),
    /** 转办: to another post of the unit. */
    HAND_OVER("arrow-forward-up", Words.WELCOME, Eyes.INSIDE),
    /** Back into the pool. */
    PUT_BACK("arrow-back-up", Words.NONE, Eyes.INSIDE),
    /** 暂停: the clock stands still, for a reason that both sides see. */
    PAUSE("clock-pause", Words.ASKED, Eyes.ALL),
    RESUME("clock-hour-4", Words.WELCOME, Eyes.ALL),
    COMMENT("message-2", Words.ASKED, Eyes.ALL),
    /** 抄送. */
    COPY("copy", Words.WELCOME, Eyes.INSIDE),
    /** 催办. */
    URGE("bell-ringing", Words.WELCOME, Eyes.ALL),
    WITHDRAW("arrow-back-up", Words.WELCOME, Eyes.ALL),
    /** 确认办结: what was answered is solved, says whoever asked, or nobody says anything for the days there are. */
    CLOSE("check", Words.WELCOME, Eyes.ALL),
    /** It was ended, and is not. */
    REOPEN("arrow-forward-up", Words.ASKED, Eyes.ALL),
    /** By the platform: nobody holds the post any more that had it. */
    HAND_ON("arrow-forward-up", Words.NONE, Eyes.INSIDE),
    /** By the platform: it goes by another version of its route, or by another route. */
    SWITCH_ROUTE("switch-horizontal", Words.NONE, Eyes.INSIDE),
    /** A paper was added. */
    ATTACH("paperclip", Words.NONE, Eyes.ALL),
    /** A paper was taken back by who added it. */
    DETACH("file-off", Words.NONE, Eyes.ALL),
    /** 上报上级: by the clock, never by people. */
    ESCALATE("alert-triangle", Words.NONE, Eyes.ALL);

    /** Whether it is done with words. */
    public enum Words {
        NONE,
        WELCOME,
        ASKED
    }

    /** Who reads it on the timeline. */
    enum Eyes {
        ALL,
        /** The units that handle it, not the one that asked. */
        INSIDE
    }

    private final String icon;
    private final Words words;
    private final Eyes eyes;

    Action(String icon, Words words, Eyes eyes) {
        this.icon = icon;
        this.words = words;
        this.eyes = eyes;
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

    boolean isInside() {
        return eyes == Eyes.INSIDE;
    }

    /** Whether somebody judges what was asked; nobody does that for their own matter. */
    boolean decides() {
        return switch (this) {
            case TAKE,
                    HAND_OVER,
                    APPROVE,
                    REPLY,
                    ANSWER,
                    REFUSE,
                    RETURN,
                    AGREE,
                    DISAGREE,
                    REPORT,
                    ASK_SIGNERS,
                    DISPATCH,
                    PAUSE -> true;
            default -> false;
        };
    }

    /** Whether the form of it takes papers. */
    public boolean mayBringPapers() {
        return mayBeRecorded() || this == COMPLETE || this == REPORT;
    }

    /** Whether a clerk may enter it as the decision of a leader who signed on paper 代录. */
    public boolean mayBeRecorded() {
        return this == APPROVE
                || this == REPLY
                || this == ANSWER
                || this == REFUSE
                || this == RETURN
                || this == AGREE
                || this == DISAGREE;
    }
}
