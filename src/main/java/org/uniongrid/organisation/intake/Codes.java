package org.uniongrid.organisation.intake;

import java.util.Arrays;
import java.util.List;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.Tier;

/** The closed lists of the register as a template offers them: the code before its term, or the term alone. */
final class Codes {

    static final List<String> CATEGORIES = Arrays.stream(Category.values())
            .filter(category -> category != Category.GUEST)
            .map(Category::term)
            .toList();

    static final List<String> TIERS =
            Arrays.stream(Tier.values()).map(Tier::term).toList();

    /** National register of 2020, type of a union organisation. */
    static final List<String> ORG_TYPES =
            List.of("1 独立基层工会", "2 联合基层工会", "3 街道（乡镇）工会", "4 园区工会", "5 行业工会", "6 集团工会", "7 系统工会", "8 分会或小组");

    /** National register of 2020, form of a union organisation. */
    static final List<String> ORG_FORMS = List.of("1 总工会", "2 工会", "3 联合会", "4 委员会", "5 联合工会委员会", "6 分会", "7 小组");

    static final List<String> FOUNDING_WAYS = List.of("线下", "线上");

    static final List<String> COVER_MODES = List.of("牵头", "单独", "联合", "覆盖", "兜底");

    static final List<String> OWNERSHIPS = Arrays.stream(Ownership.values())
            .map(ownership -> ownership.code() + " " + ownership.term())
            .toList();

    private Codes() {}
}
