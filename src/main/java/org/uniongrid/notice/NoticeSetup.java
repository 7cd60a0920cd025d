package org.uniongrid.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.people.SealedColumn;
import org.uniongrid.web.Menu;

/** What this module declares: its kind of notice, the usual quiet hours, its sealed columns, and the list of deliveries in the navigation. */
@Configuration(proxyBeanMethods = false)
class NoticeSetup {

    @Bean
    NoticeKind testKind() {
        return NoticeKind.of("notice.test");
    }

    @Bean
    QuietHours usualQuietHours(@Value("${uniongrid.notice.quiet:21:00-08:00}") String setting) {
        return QuietHours.of(setting);
    }

    @Bean
    SealedColumn sealedSecrets() {
        return NoticeSecrets.COLUMN;
    }

    @Bean
    SealedColumn sealedWeChatIds() {
        return WeChatIds.COLUMN;
    }

    @Bean
    Menu.Entry deliveriesEntry() {
        return new Menu.Entry(
                970, "menu.system", "deliveries.title", "send", "/notice/deliveries", "notice.delivery.read");
    }
}
