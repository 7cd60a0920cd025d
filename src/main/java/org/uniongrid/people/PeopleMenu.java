package org.uniongrid.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.Menu;

/** Where the keys stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    @Bean
    Menu.Entry keysEntry() {
        return new Menu.Entry(955, "menu.access", "keys.title", "key", "/people/keys", "people.key.rotate");
    }
}
