package org.uniongrid.exchange.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.uniongrid.web.Menu;

/** The place of imports in the navigation, and the clock of their upkeep. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ImportsSetup {

    @Bean
    Menu.Entry importsInMenu() {
        return new Menu.Entry(
                900, "menu.data", "menu.imports", "file-spreadsheet", "/exchange/imports", "exchange.import");
    }
}
