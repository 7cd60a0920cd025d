package org.uniongrid.matter.digest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;

/** The kind of notice of the weekly digest. */
@Configuration(proxyBeanMethods = false)
class DigestSetup {

    @Bean
    NoticeKind weekKind() {
        return NoticeKind.of(WeeklyDigest.KIND);
    }
}
