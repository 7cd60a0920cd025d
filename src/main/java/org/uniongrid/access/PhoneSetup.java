package org.uniongrid.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.foundation.NoticeKind;

/** What signing in by phone declares: the SMS with a code. */
@Configuration(proxyBeanMethods = false)
class PhoneSetup {

    @Bean
    NoticeKind phoneCodeKind() {
        return NoticeKind.urgent(PhoneCodes.KIND).onPhone("code").secretsLive(PhoneCodes.CODE_LIVES);
    }
}
