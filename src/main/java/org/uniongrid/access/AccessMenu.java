package org.uniongrid.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;

/** Where accounts stand in the navigation, and the kinds of notices about them. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {

    @Bean
    NoticeKind invitedKind() {
        return AccountNotices.INVITED;
    }

    @Bean
    NoticeKind passwordChangedKind() {
        return AccountNotices.PASSWORD_CHANGED;
    }

    @Bean
    NoticeKind secondFactorChangedKind() {
        return AccountNotices.SECOND_FACTOR_CHANGED;
    }

    @Bean
    NoticeKind ownContactChangedKind() {
        return AccountNotices.CONTACT_CHANGED;
    }

    @Bean
    NoticeKind dormantKind() {
        return AccountNotices.DORMANT;
    }

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
