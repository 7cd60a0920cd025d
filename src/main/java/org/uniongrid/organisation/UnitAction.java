package org.uniongrid.organisation;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * Something to do with a unit, offered in the head of its page. The room that does it declares it as a bean:
 *
 * <pre>{@code
 * @Bean
 * UnitAction renameAction() {
 *     return UnitAction.of(210, "unit.rename", "edit", "organisation.unit.rename", "/organisation/units/{id}/rename")
 *             .when(unit -> unit.category() != Category.GUEST);
 * }
 * }</pre>
 *
 * @param order place among the others, low first; those below {@value #MENU} are buttons, the others stand in a menu
 * @param key message key of what it is called
 * @param icon a name in the icon sprite
 * @param permission what an actor must be permitted to see it
 * @param href its address, with {@code {id}} for the unit
 * @param fits which units it is offered for
 */
public record UnitAction(
        int order, String key, String icon, String permission, String href, Predicate<UnitHead.Facts> fits) {

    /** From here on actions stand in the menu. */
    public static final int MENU = 100;

    public static UnitAction of(int order, String key, String icon, String permission, String href) {
        return new UnitAction(order, key, icon, permission, href, _ -> true);
    }

    public UnitAction when(Predicate<UnitHead.Facts> condition) {
        return new UnitAction(order, key, icon, permission, href, condition);
    }

    public String href(UUID unit) {
        return href.replace("{id}", unit.toString());
    }

    public boolean isInMenu() {
        return order >= MENU;
    }
}
