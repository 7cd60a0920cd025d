package org.uniongrid.exchange.exports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;

/** The place of exports in the navigation, and the kinds of notices about them. */
@Configuration(proxyBeanMethods = false)
class ExportsSetup {

    @Bean
    Menu.Entry exportsInMenu() {
        return new Menu.Entry(901, "menu.data", "menu.exports", "download", "/exchange/exports", ExportDesk.PERMISSION);
    }

    @Bean
    Menu.Entry approvalsInMenu() {
        return new Menu.Entry(
                902, "menu.data", "menu.approvals", "checklist", "/exchange/approvals", ExportNotices.APPROVE);
    }

    @Bean
    NoticeKind exportWaitingKind() {
        return ExportNotices.WAITING;
    }

    @Bean
    NoticeKind exportApprovedKind() {
        return ExportNotices.APPROVED;
    }

    @Bean
    NoticeKind exportRefusedKind() {
        return ExportNotices.REFUSED;
    }

    @Bean
    NoticeKind exportReadyKind() {
        return ExportNotices.READY;
    }

    @Bean
    NoticeKind exportFailedKind() {
        return ExportNotices.FAILED;
    }
}
