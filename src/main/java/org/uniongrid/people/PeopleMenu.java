package org.uniongrid.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;

/** What this module declares: its kind of notice, and the keys in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleMenu {

    @Bean
    NoticeKind contactChangedKind() {
        return CorrectionDesk.CHANGED;
    }

    @Bean
    Menu.Entry keysEntry() {
        return new Menu.Entry(955, "menu.access", "keys.title", "key", "/people/keys", "people.key.rotate");
    }
}
