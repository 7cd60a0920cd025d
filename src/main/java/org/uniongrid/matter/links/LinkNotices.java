package org.uniongrid.matter.links;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.Notice;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.foundation.Notices;

/** What is sent for a link: the link itself, and the code that proves the phone. Neither says what it is about. */
@Configuration(proxyBeanMethods = false)
class LinkNotices {

    static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final String LINK = "matter.link";
    private static final String CODE = "matter.link-code";

    /** Under which address people open this house; empty where it does not know, and links are handed over. */
    record Sender(Notices notices, String address, Duration life) {

        boolean knowsItsAddress() {
            return !address.isEmpty();
        }

        void send(UUID link, long person, String path) {
            notices.tell(Notice.of(LINK + ":" + link, LINK, person)
                    .with("hours", String.valueOf(life.toHours()))
                    .withSecret("link", address + path));
        }

        /** By SMS only: an e-mail proves no phone. */
        void sendCode(Link link, String code) {
            notices.tell(Notice.of(CODE + ":" + UUID.randomUUID(), CODE, link.personId())
                    .withSecret("code", code));
        }
    }

    @Bean
    Sender linkSender(
            Notices notices,
            @Value("${uniongrid.address:}") String address,
            @Value("${uniongrid.task-link-hours:72}") int hours) {
        return new Sender(notices, address.replaceFirst("/+$", ""), Duration.ofHours(hours));
    }

    @Bean
    NoticeKind linkKind(@Value("${uniongrid.task-link-hours:72}") int hours) {
        return NoticeKind.of(LINK).onPhone("link").secretsLive(Duration.ofHours(hours));
    }

    @Bean
    NoticeKind linkCodeKind() {
        return NoticeKind.urgent(CODE).onPhone("code").secretsLive(CODE_LIVES);
    }
}
