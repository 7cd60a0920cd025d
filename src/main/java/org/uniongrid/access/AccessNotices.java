package org.uniongrid.access;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;

/** What people are told about their accounts. */
@Configuration(proxyBeanMethods = false)
class AccessNotices {

    /** The link goes to the phone and by mail, and is forgotten when it no longer works. */
    @Bean
    NoticeKind invited(@Value("${uniongrid.invitation-hours:72}") int hours) {
        return NoticeKind.urgent("access.invited").onPhone("link").secretsLive(Duration.ofHours(hours));
    }

    @Bean
    NoticeKind dormant() {
        return NoticeKind.of("access.dormant");
    }
}
