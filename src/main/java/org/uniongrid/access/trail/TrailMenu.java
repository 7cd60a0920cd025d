package org.uniongrid.access.trail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.Menu;

/** Where the trail stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class TrailMenu {

    @Bean
    Menu.Entry trailEntry() {
        return new Menu.Entry(
                955, "menu.access", "trail.title", "clipboard-list", "/access/trail", "access.trail.read");
    }
}
