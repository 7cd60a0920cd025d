package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Section of the national classification of industries, GB/T 4754-2017, with the first and last two-digit division in it. */
public enum IndustrySection {
    A("农、林、牧、渔业", 1, 5),
    B("采矿业", 6, 12),
    C("制造业", 13, 43),
    D("电力、热力、燃气及水生产和供应业", 44, 46),
    E("建筑业", 47, 50),
    F("批发和零售业", 51, 52),
    G("交通运输、仓储和邮政业", 53, 60),
    H("住宿和餐饮业", 61, 62),
    I("信息传输、软件和信息技术服务业", 63, 65),
    J("金融业", 66, 69),
    K("房地产业", 70, 70),
    L("租赁和商务服务业", 71, 72),
    M("科学研究和技术服务业", 73, 75),
    N("水利、环境和公共设施管理业", 76, 79),
    O("居民服务、修理和其他服务业", 80, 82),
    P("教育", 83, 83),
    Q("卫生和社会工作", 84, 85),
    R("文化、体育和娱乐业", 86, 90),
    S("公共管理、社会保障和社会组织", 91, 96),
    T("国际组织", 97, 97);

    private final String term;
    private final int first;
    private final int last;

    IndustrySection(String term, int first, int last) {
        this.term = term;
        this.first = first;
        this.last = last;
    }

    /** The term of the standard. */
    public String term() {
        return term;
    }

    /** Name of its message. */
    public String key() {
        return "employer.industry." + name().toLowerCase(Locale.ROOT);
    }

    /** The first two-digit division of this section. */
    public int first() {
        return first;
    }

    /** The last two-digit division of this section. */
    public int last() {
        return last;
    }

    /** Whether a class of two to four digits lies in this section: {@code 5810} in G. */
    public boolean holds(String digits) {
        if (!digits.matches("[0-9]{2,4}")) return false;
        var division = Integer.parseInt(digits.substring(0, 2));
        return first <= division && division <= last;
    }

    /** By letter, by term, or by a code that begins with the letter, such as {@code G5810}. */
    public static Optional<IndustrySection> of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.term.equals(text) || text.matches(one.name() + "([0-9]{2,4})?"))
                .findFirst();
    }
}
