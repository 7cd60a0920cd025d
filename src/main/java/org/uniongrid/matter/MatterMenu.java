package org.uniongrid.matter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;

/** Where matters stand in the navigation, and what is told of them. */
@Configuration(proxyBeanMethods = false)
class MatterMenu {

    @Bean
    Menu.Entry matterEntry() {
        return new Menu.Entry(195, "menu.matters", "matter.title", "checklist", "/matters", Matters.READ);
    }

    @Bean
    NoticeKind matterArrived() {
        return NoticeKind.of(Tidings.ARRIVED);
    }

    @Bean
    NoticeKind matterNews() {
        return NoticeKind.of(Tidings.NEWS);
    }

    @Bean
    NoticeKind matterUrged() {
        return NoticeKind.of(Tidings.URGED);
    }

    @Bean
    NoticeKind matterCopied() {
        return NoticeKind.of(Tidings.COPIED);
    }

    @Bean
    NoticeKind matterDueSoon() {
        return NoticeKind.of(AlarmNotices.DUE_SOON);
    }

    @Bean
    NoticeKind matterOverdue() {
        return NoticeKind.of(AlarmNotices.OVERDUE);
    }

    @Bean
    NoticeKind matterEscalated() {
        return NoticeKind.of(AlarmNotices.ESCALATED);
    }

    @Bean
    NoticeKind matterHandedOn() {
        return NoticeKind.of(HandOns.TOLD);
    }

    @Bean
    NoticeKind matterMovedUp() {
        return NoticeKind.of(Orphans.TOLD);
    }

    @Bean
    NoticeKind matterSubstituted() {
        return NoticeKind.of(Delegations.SUBSTITUTED);
    }

    @Bean
    NoticeKind matterStandsIn() {
        return NoticeKind.of(Delegations.STANDS_IN);
    }
}
