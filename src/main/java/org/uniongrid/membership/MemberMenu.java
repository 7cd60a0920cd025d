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
    Menu.Entry ratesEntry() {
        return new Menu.Entry(152, "menu.members", "rates.title", "chart-bar", "/membership/rates", Roll.READ);
    }

    @Bean
    Menu.Entry doorsEntry() {
        return new Menu.Entry(155, "menu.members", "door.title", "qrcode", "/membership/doors", "membership.door.edit");
    }

    @Bean
    Menu.Entry gateEntry() {
        return new Menu.Entry(157, "menu.members", "gate.title", "camera", "/membership/gate", "membership.card.check");
    }

    @Bean
    Menu.Entry giftsEntry() {
        return new Menu.Entry(159, "menu.members", "gift.title", "gift", "/membership/gifts", "membership.door.edit");
    }

    @Bean
    Menu.Entry offersEntry() {
        return new Menu.Entry(
                160, "menu.members", "offer.title", "file-text", "/membership/offers", "membership.door.edit");
    }

    @Bean
    Menu.Entry nearEntry() {
        return new Menu.Entry(153, "menu.members", "near.title", "git-merge", "/membership/near", Roll.EDIT);
    }

    @Bean
    Menu.Entry reportingEntry() {
        return new Menu.Entry(151, "menu.members", "reporting.title", "send", "/membership/reporting", Roll.REPORT);
    }

    @Bean
    Menu.Entry doubtsEntry() {
        return new Menu.Entry(154, "menu.members", "doubt.title", "shield-check", "/membership/doubts", Roll.READ);
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
