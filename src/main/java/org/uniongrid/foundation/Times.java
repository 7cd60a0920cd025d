package org.uniongrid.foundation;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the time zone of this cell. Nothing else may ask the machine what time it is. */
@Configuration(proxyBeanMethods = false)
class Times {

    @Bean
    ZoneId zone(@Value("${uniongrid.zone:Asia/Shanghai}") ZoneId zone) {
        return zone;
    }

    @Bean
    Clock clock(ZoneId zone) {
        return Clock.system(zone);
    }
}
