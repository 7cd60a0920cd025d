package org.uniongrid.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.Menu;

/** Where accounts stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {

    @Bean
    Menu.Entry accountsEntry() {
        return new Menu.Entry(
                950, "menu.access", "accounts.title", "user-cog", "/access/accounts", "access.account.read");
    }

    @Bean
    Menu.Entry signInsEntry() {
        return new Menu.Entry(
                960, "menu.access", "sign-ins.title", "history", "/access/sign-ins", "access.sign-in.read");
    }
}
