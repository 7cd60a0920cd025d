package org.uniongrid.casework;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.Menu;

/** Where cases stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CaseMenu {

    static final String KINDS = "casework.kind.edit";

    @Bean
    Menu.Entry caseEntry() {
        return new Menu.Entry(197, "menu.cases", "case.enter", "phone-incoming", "/cases/new", CaseFiles.ENTER);
    }

    @Bean
    Menu.Entry casesEntry() {
        return new Menu.Entry(196, "menu.cases", "case.title", "inbox", "/cases", "matter.read");
    }

    @Bean
    Menu.Entry caseKindsEntry() {
        return new Menu.Entry(198, "menu.cases", "case.kinds", "sitemap", "/cases/kinds", KINDS);
    }
}
