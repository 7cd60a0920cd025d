package org.uniongrid.matter.routes;

import java.util.List;
import java.util.stream.Collectors;
import org.uniongrid.matter.Step;
import org.uniongrid.organisation.PackSubject;
import org.uniongrid.organisation.RoleName;
import org.uniongrid.web.Say;

/** A step in words. */
public final class RouteWords {

    private RouteWords() {}

    public static String role(Step step, List<RoleName> roles, Say say) {
        return roles.stream()
                .filter(role -> role.key().equals(step.role()))
                .findFirst()
                .map(role -> role.in(say))
                .orElseGet(() -> say.of("matter.routes.anybody"));
    }

    public static String clock(Step step, List<PackSubject.Field> clocks, Say say) {
        return clocks.stream()
                .filter(field -> field.key().equals(step.clock()))
                .findFirst()
                .map(field -> field.label().in(say))
                .orElse(step.clock());
    }

    public static String actions(Step step, Say say) {
        return step.actions().stream()
                .sorted()
                .map(action -> say.of(action.key()))
                .collect(Collectors.joining(say.isChinese() ? "、" : ", "));
    }
}
