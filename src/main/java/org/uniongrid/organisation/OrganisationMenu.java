package org.uniongrid.organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.Menu;

/** Where the organisation stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class OrganisationMenu {

    @Bean
    Menu.Entry employersEntry() {
        return new Menu.Entry(
                110,
                "menu.organisation",
                "menu.register",
                "building-community",
                "/organisation/employers",
                "organisation.employer.read");
    }

    @Bean
    Menu.Entry unitsEntry() {
        return new Menu.Entry(
                120, "menu.organisation", "menu.units", "sitemap", "/organisation/units", "organisation.unit.read");
    }
}
