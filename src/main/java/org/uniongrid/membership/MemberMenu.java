package org.uniongrid.membership;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.organisation.UnitAction;
import org.uniongrid.web.Menu;

/** Where members stand in the navigation, and on the page of a union. */
@Configuration(proxyBeanMethods = false)
class MemberMenu {

    @Bean
    Menu.Entry rollEntry() {
        return new Menu.Entry(150, "menu.members", "roll.title", "users", "/membership/members", Roll.READ);
    }

    @Bean
    Menu.Entry doorsEntry() {
        return new Menu.Entry(155, "menu.members", "door.title", "qrcode", "/membership/doors", "membership.door.edit");
    }

    @Bean
    Menu.Entry nearEntry() {
        return new Menu.Entry(152, "menu.members", "near.title", "git-merge", "/membership/near", Roll.EDIT);
    }

    @Bean
    UnitAction rollAction() {
        return UnitAction.of(160, "roll.title", "users", Roll.READ, "/membership/members?under={id}");
    }

    @Bean
    UnitAction doorAction() {
        return UnitAction.of(165, "door.new", "qrcode", "membership.door.edit", "/membership/doors/new?unit={id}");
    }
}
