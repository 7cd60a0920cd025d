package org.uniongrid.access.webhooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.access.HookKind;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.web.Menu;

/** What webhooks declare: their sealed columns, the test event, their notice, and their place in the navigation. */
@Configuration(proxyBeanMethods = false)
class HookSetup {

    static final HookKind TEST = new HookKind("access.test");

    @Bean
    HookKind testHookKind() {
        return TEST;
    }

    @Bean
    SealedColumn sealedHookSecrets() {
        return HookSecrets.NOW;
    }

    @Bean
    SealedColumn sealedOldHookSecrets() {
        return HookSecrets.OLD;
    }

    @Bean
    NoticeKind hookPausedKind() {
        return HookNotices.GAVE_UP;
    }

    @Bean
    Menu.Entry webhooksEntry() {
        return new Menu.Entry(956, "menu.access", "webhooks.title", "send", "/access/webhooks", "access.webhook.read");
    }
}
