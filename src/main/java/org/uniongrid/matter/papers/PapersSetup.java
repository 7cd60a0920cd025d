package org.uniongrid.matter.papers;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.matter.Papers;

/** What the operator says about papers. */
@Configuration(proxyBeanMethods = false)
class PapersSetup {

    private static final Logger log = LoggerFactory.getLogger(PapersSetup.class);

    @Bean
    Papers.Limits paperLimits(
            @Value("${uniongrid.papers.file-megabytes:10}") int file,
            @Value("${uniongrid.papers.matter-megabytes:100}") int matter,
            @Value("${uniongrid.papers.most:50}") int most,
            @Value("${uniongrid.clamav:}") String scanner) {
        return new Papers.Limits(file, matter, most, PaperType.accept(), !scanner.isBlank());
    }

    @Bean
    VirusScan virusScan(
            @Value("${uniongrid.clamav:}") String address, @Value("${uniongrid.clamav-seconds:20}") int seconds) {
        if (!address.isBlank()) return ClamAv.at(address.strip(), Duration.ofSeconds(seconds));
        log.info("Files are not scanned for viruses: UNIONGRID_CLAMAV names no clamd");
        return VirusScan.NONE;
    }
}
