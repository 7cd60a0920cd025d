package org.uniongrid.organisation.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uniongrid.exchange.Findings;
import org.uniongrid.exchange.ImportRow;
import org.uniongrid.organisation.Category;
import org.uniongrid.organisation.CoverMode;
import org.uniongrid.organisation.EmployerState;
import org.uniongrid.organisation.IndustrySection;
import org.uniongrid.organisation.Origin;
import org.uniongrid.organisation.Ownership;
import org.uniongrid.organisation.PartyOrganisation;
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

    static final List<String> YES_NO = List.of("是", "否");

    static final List<String> STARS = List.of("1", "2", "3", "4", "5");

    static final List<String> COVER_MODES =
            Arrays.stream(CoverMode.values()).map(CoverMode::term).toList();

    static final List<String> PARTIES = Arrays.stream(PartyOrganisation.values())
            .map(PartyOrganisation::term)
            .toList();

    /** A list does not close employers: what covers them would have to end first. */
    static final List<String> EMPLOYER_STATES = List.of(EmployerState.OPERATING.term(), EmployerState.SUSPENDED.term());

    static final List<String> ORIGINS = Origin.USUAL.stream()
            .map(origin -> origin.code() + " " + origin.term())
            .toList();

    static final List<String> INDUSTRIES = Arrays.stream(IndustrySection.values())
            .map(section -> section.name() + " " + section.term())
            .toList();

    static final List<String> OWNERSHIPS = Arrays.stream(Ownership.values())
            .map(ownership -> ownership.code() + " " + ownership.term())
            .toList();

    private Codes() {}

    static Optional<CoverMode> coverMode(String text) {
        return switch (text) {
            case "区域", "行业" -> Optional.of(CoverMode.COVERED);
            default -> CoverMode.of(text);
        };
    }

    static Optional<String> openState(String text) {
        return EmployerState.of(text)
                .filter(state -> EMPLOYER_STATES.contains(state.term()))
                .map(Enum::name);
    }

    /** A section of GB/T 4754, or a class of two to four digits behind its letter. */
    static Optional<String> industry(String text) {
        return IndustrySection.of(text).map(section -> text.matches("[A-T][0-9]{2,4}") ? text : section.name());
    }

    static String foundingWay(@Nullable String way) {
        return way == null ? "" : FOUNDING_WAYS.get(way.equals("OFFLINE") ? 0 : 1);
    }

    /** A code with its term, as the list offers it. */
    static String shown(List<String> options, @Nullable Object code) {
        if (code == null) return "";
        return options.stream()
                .filter(option -> option.startsWith(code + " "))
                .findFirst()
                .orElse(String.valueOf(code));
    }

    /** Tells what differs, column by column. */
    static void changes(Findings findings, ImportRow row, Map<String, String> before, Map<String, String> after) {
        after.forEach((column, text) -> {
            var known = before.getOrDefault(column, "");
            if (!known.equals(text)) findings.change(row, column, known, text);
        });
    }
}
