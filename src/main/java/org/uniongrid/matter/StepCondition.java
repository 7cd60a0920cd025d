package org.uniongrid.matter;

import java.util.Locale;

/** For which matters a step is there: it is passed over where its condition does not hold. */
public enum StepCondition {
    ALWAYS,
    /** 下级提出: the unit that asks stands below the one that is asked. */
    FROM_BELOW,
    /** 上级交办. */
    FROM_ABOVE,
    /** 其他工会来函: neither above nor below. */
    FROM_ELSEWHERE,
    /** 基层工会提出: the unit that asks has members of its own. */
    FROM_BASE,
    /** 附有材料: there are papers that both sides read. */
    WITH_PAPERS,
    WITHOUT_PAPERS;

    /** Where the unit that asks stands, seen from the one that is asked. */
    enum Side {
        BELOW,
        ABOVE,
        ELSEWHERE
    }

    /**
     * What conditions ask of a matter.
     *
     * @param base whether the unit that asks is a base union
     */
    record Facts(Side side, boolean base, boolean papers) {}

    boolean holds(Facts facts) {
        return switch (this) {
            case ALWAYS -> true;
            case FROM_BELOW -> facts.side() == Side.BELOW;
            case FROM_ABOVE -> facts.side() == Side.ABOVE;
            case FROM_ELSEWHERE -> facts.side() == Side.ELSEWHERE;
            case FROM_BASE -> facts.base();
            case WITH_PAPERS -> facts.papers();
            case WITHOUT_PAPERS -> !facts.papers();
        };
    }

    public String key() {
        return "matter.condition." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
