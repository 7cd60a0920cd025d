package org.uniongrid.structure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.organisation.UnitAction;
import org.uniongrid.web.Menu;

/** Where restructuring stands in the navigation, and on the page of a union. */
@Configuration(proxyBeanMethods = false)
class StructureMenu {

    @Bean
    UnitAction structureAction() {
        return UnitAction.of(
                150, "structure.title", "arrows-exchange", "organisation.unit.restructure", "/structure/units/{id}");
    }

    @Bean
    Menu.Entry structureEntry() {
        return new Menu.Entry(
                125,
                "menu.organisation",
                "structure.title",
                "arrows-exchange",
                "/structure/changes",
                "organisation.unit.restructure");
    }
}
