package org.uniongrid.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.uniongrid.foundation.Scope;
import org.uniongrid.web.Crumb;
import org.uniongrid.web.Say;
import org.uniongrid.web.Tab;

/**
 * What stands above every part of a unit's page: what it is, how much there is of it, and what may be done about it.
 * Rendered by {@code organisation.unit-page}.
 *
 * @param above from the top of the reader's reach down to the unit above
 */
public record UnitHead(Facts facts, List<UnitDirectory.Found> above, Below below, List<UnitAction> actions) {

    public UnitHead {
        above = List.copyOf(above);
        actions = List.copyOf(actions);
    }

    /**
     * The unit in short.
     *
     * @param parent name of the unit above, also where it is out of reach; null at the top
     * @param staff as it reported itself, as are the members
     */
    public record Facts(
            long id,
            UUID publicId,
            String name,
            Category category,
            UnitState state,
            Scope scope,
            @Nullable String code,
            @Nullable String divisionName,
            @Nullable String parent,
            @Nullable String chair,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            boolean overdue,
            @Nullable Integer staff,
            @Nullable Integer members) {}

    /** How many there are, this union among them, and what they reported. */
    public record Below(
            long unions,
            long employers,
            long covered,
            @Nullable Long staff,
            @Nullable Long members,
            long overdue) {}

    public UUID id() {
        return facts.publicId();
    }

    /** Whether it has members of its own and nothing below, so that its own figures say most. */
    public boolean isBase() {
        return facts.category().isBase() && below.unions() == 1;
    }

    public List<UnitAction> buttons() {
        return actions.stream().filter(action -> !action.isInMenu()).toList();
    }

    public List<UnitAction> menu() {
        return actions.stream().filter(UnitAction::isInMenu).toList();
    }

    public List<Tab> tabs(Say say, UnitTab current) {
        return Arrays.stream(UnitTab.values())
                .map(tab -> new Tab(say.of(tab.key()), tab.href(id()), tab == current))
                .toList();
    }

    /** The way to the unit. A page about it goes on from here. */
    public List<Crumb> crumbs() {
        var crumbs = new ArrayList<Crumb>();
        for (var each : above) crumbs.add(new Crumb(each.name(), UnitTab.FACTS.href(each.publicId())));
        crumbs.add(new Crumb(facts.name()));
        return crumbs;
    }

    /** The way to a page about the unit that is none of its parts, such as a form. */
    public List<Crumb> crumbs(String page) {
        var crumbs = crumbs();
        crumbs.removeLast();
        crumbs.add(new Crumb(facts.name(), UnitTab.FACTS.href(id())));
        crumbs.add(new Crumb(page));
        return crumbs;
    }
}
