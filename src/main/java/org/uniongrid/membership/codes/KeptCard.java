package org.uniongrid.membership.codes;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.web.OfflinePage;

/** The page of one's own code, kept by the phone. */
@Configuration
class KeptCard {

    /** What draws a code, in the order in which it is needed. */
    static final List<String> SCRIPTS = List.of("/assets/keep.js", "/assets/vendor/qrcode.js", "/assets/card.js");

    @Bean
    OfflinePage cardWithoutNetwork() {
        return new OfflinePage("/m/card", "/m/offline/card", SCRIPTS);
    }
}
