package org.uniongrid.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.uniongrid.web.Say;

/**
 * Where an employer's investor comes from: a country or region by its two letters of ISO 3166. Those met most often have
 * a term of their own; any other code of the standard is allowed.
 *
 * @param code two upper-case letters
 */
public record Origin(String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** The usual ones, in the order of a list to choose from. */
    public static final List<Origin> USUAL =
            Arrays.stream(Usual.values()).map(one -> new Origin(one.name())).toList();

    private enum Usual {
        CN("中国大陆"),
        HK("中国香港"),
        MO("中国澳门"),
        TW("中国台湾"),
        KR("韩国"),
        JP("日本"),
        US("美国"),
        DE("德国"),
        SG("新加坡"),
        FR("法国"),
        GB("英国"),
        IT("意大利"),
        NL("荷兰"),
        CH("瑞士"),
        SE("瑞典"),
        CA("加拿大"),
        AU("澳大利亚"),
        MY("马来西亚");

        private final String term;

        Usual(String term) {
            this.term = term;
        }
    }

    public Origin {
        if (!CODES.contains(code)) throw new IllegalArgumentException("Not a code of ISO 3166: " + code);
    }

    /** By code, or by the term that lists use. */
    public static Optional<Origin> of(String text) {
        var raised = text.toUpperCase(Locale.ROOT);
        if (CODES.contains(raised)) return Optional.of(new Origin(raised));
        return Arrays.stream(Usual.values())
                .filter(one -> one.term.equals(text) || one.term.equals("中国" + text))
                .map(one -> new Origin(one.name()))
                .findFirst();
    }

    /** Its name in Chinese, as it stands in lists that unions keep. */
    public String term() {
        return Arrays.stream(Usual.values())
                .filter(one -> one.name().equals(code))
                .map(one -> one.term)
                .findFirst()
                .orElseGet(() -> Locale.of("", code).getDisplayCountry(Locale.CHINA));
    }

    /** Its name for the reader. */
    public String in(Say say) {
        if (say.isChinese()) return term();
        return switch (code) {
            case "CN" -> say.of("employer.origin.cn");
            case "HK" -> say.of("employer.origin.hk");
            case "MO" -> say.of("employer.origin.mo");
            case "TW" -> say.of("employer.origin.tw");
            default -> Locale.of("", code).getDisplayCountry(say.locale());
        };
    }
}
