package org.uniongrid.membership.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uniongrid.membership.MemberState;
import org.uniongrid.people.DocumentKind;
import org.uniongrid.people.Employment;
import org.uniongrid.people.Household;
import org.uniongrid.people.Schooling;
import org.uniongrid.people.SkillLevel;
import org.uniongrid.people.WorkerClass;
import org.uniongrid.people.WorkerClasses;
import org.uniongrid.web.Say;
import org.uniongrid.web.Templates;

/** The closed lists of a roll, in the terms of the field. */
@Component
class RollTerms {

    /** A roll does not suspend members, and does not let them go. */
    private static final List<MemberState> STATES = List.of(MemberState.MEMBER, MemberState.RETIRED, MemberState.KEPT);

    final Terms<DocumentKind> documents;
    final Terms<Schooling> schoolings;
    final Terms<SkillLevel> skills;
    final Terms<Household> households;
    final Terms<Employment> employments;
    final Terms<MemberState> states;
    private final WorkerClasses classes;
    private final Say house;

    RollTerms(Templates templates, WorkerClasses classes) {
        this.classes = classes;
        house = templates.say(Locale.SIMPLIFIED_CHINESE);
        documents = Terms.of(Arrays.asList(DocumentKind.values()), kind -> house.of(kind.key()))
                .also("身份证", DocumentKind.RESIDENT_CARD)
                .also("第二代身份证", DocumentKind.RESIDENT_CARD);
        schoolings = Terms.of(Arrays.asList(Schooling.values()), one -> house.of(one.key()))
                .also("硕士", Schooling.POSTGRADUATE)
                .also("博士", Schooling.POSTGRADUATE)
                .also("硕士研究生", Schooling.POSTGRADUATE)
                .also("博士研究生", Schooling.POSTGRADUATE)
                .also("本科", Schooling.BACHELOR)
                .also("大专", Schooling.COLLEGE)
                .also("专科", Schooling.COLLEGE)
                .also("中专", Schooling.VOCATIONAL)
                .also("中技", Schooling.VOCATIONAL)
                .also("技校", Schooling.VOCATIONAL)
                .also("小学", Schooling.PRIMARY);
        skills = Terms.of(Arrays.asList(SkillLevel.values()), one -> house.of(one.key()));
        households = Terms.of(Arrays.asList(Household.values()), one -> house.of(one.key()))
                .also("非农业", Household.URBAN)
                .also("城镇户口", Household.URBAN)
                .also("农业", Household.RURAL)
                .also("农村户口", Household.RURAL);
        employments = Terms.of(Arrays.asList(Employment.values()), one -> house.of(one.key()));
        states = Terms.of(STATES, RollTerms::term);
    }

    /** As a roll calls a state. */
    private static String term(MemberState state) {
        return switch (state) {
            case MEMBER -> "在册";
            case RETIRED -> "退休";
            case KEPT -> "保留";
            case SUSPENDED -> "暂停";
            case LEFT -> "离会";
        };
    }

    /** Those of today. */
    Terms<WorkerClass> classes() {
        return Terms.of(classes.all(), one -> one.name(house));
    }

    String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case MemberState state -> term(state);
            case DocumentKind kind -> house.of(kind.key());
            case Schooling one -> house.of(one.key());
            case SkillLevel one -> house.of(one.key());
            case Household one -> house.of(one.key());
            case Employment one -> house.of(one.key());
            default -> Objects.toString(value);
        };
    }

    String shownClass(@Nullable String key) {
        return key == null ? "" : house.of(new WorkerClass(key, false).name());
    }
}
