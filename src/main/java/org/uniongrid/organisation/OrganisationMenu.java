package org.uniongrid.organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.web.Menu;

/** Where the organisation stands in the navigation, and the kinds of notices about posts. */
@Configuration(proxyBeanMethods = false)
class OrganisationMenu {

    @Bean
    NoticeKind appointedKind() {
        return NoticeKind.of("organisation.appointed");
    }

    @Bean
    NoticeKind tenureEndedKind() {
        return NoticeKind.of("organisation.tenure-ended");
    }

    @Bean
    UnitAction postsAction() {
        return UnitAction.of(
                300, "post.manage", "id-badge-2", "organisation.post.edit", "/organisation/units/{id}/posts");
    }

    @Bean
    Menu.Entry employersEntry() {
        return new Menu.Entry(
                110,
                "menu.organisation",
                "menu.register",
                "building-community",
                "/organisation/employers",
                "organisation.employer.read");
    }

    @Bean
    Menu.Entry duplicatesEntry() {
        return new Menu.Entry(
                125,
                "menu.organisation",
                "employer.pair.title",
                "git-merge",
                "/organisation/employers/duplicates",
                "organisation.employer.edit");
    }

    @Bean
    Menu.Entry unitsEntry() {
        return new Menu.Entry(
                120, "menu.organisation", "menu.units", "sitemap", "/organisation/units", "organisation.unit.read");
    }

    @Bean
    Menu.Entry chainsEntry() {
        return new Menu.Entry(
                125, "menu.organisation", "menu.chains", "link", "/organisation/chains", "organisation.chain.read");
    }

    @Bean
    Menu.Entry linesEntry() {
        return new Menu.Entry(
                122, "menu.organisation", "menu.lines", "hierarchy", "/organisation/lines", "organisation.unit.read");
    }

    @Bean
    Menu.Entry womenEntry() {
        return new Menu.Entry(
                132, "menu.organisation", "menu.women", "users-group", "/organisation/women", "organisation.unit.read");
    }

    @Bean
    Menu.Entry peopleEntry() {
        return new Menu.Entry(
                130, "menu.organisation", "menu.people", "users", "/organisation/people", "organisation.post.read");
    }

    @Bean
    Menu.Entry upwardEntry() {
        return new Menu.Entry(
                180, "menu.organisation", "menu.upward", "send", "/organisation/upward", "organisation.upward.read");
    }

    @Bean
    Menu.Entry packsEntry() {
        return new Menu.Entry(
                190, "menu.organisation", "menu.packs", "scale", "/organisation/packs", "organisation.pack.read");
    }

    @Bean
    Menu.Entry calendarEntry() {
        return new Menu.Entry(
                192,
                "menu.organisation",
                "calendar.title",
                "calendar",
                "/organisation/calendar",
                "organisation.pack.read");
    }

    @Bean
    Menu.Entry rolesEntry() {
        return new Menu.Entry(
                930, "menu.access", "roles.title", "shield-check", "/organisation/roles", "organisation.role.read");
    }

    @Bean
    Menu.Entry cellPostsEntry() {
        return new Menu.Entry(
                940,
                "menu.access",
                "cell-posts.title",
                "user-shield",
                "/organisation/posts",
                "organisation.cell-post.edit");
    }
}
