package org.uniongrid.notice.wires;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Recipients;

class LogWireTests {

    @Test
    void theLogSaysWhatKindAndNothingElse() {
        var lines = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(LogWire.class);
        lines.start();
        log.addAppender(lines);
        try {
            assertThat(new LogWire(Channel.SMS).send(Letter.withCode("48213"))).isEqualTo(new Answer.Sent("log"));
        } finally {
            log.detachAppender(lines);
        }
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).isEqualTo("SMS to 139****0001: access.code"));
    }

    @Test
    void aMessageKeepsItsContentsToItself() {
        assertThat(Letter.withCode("48213")).hasToString("message a1 of access.code");
    }

    @Test
    void anAddressIsRecognisedByItsOwnerOnly() {
        assertThat(Recipients.masked("13900000001")).isEqualTo("139****0001");
        assertThat(Recipients.masked("person@example.org")).isEqualTo("p***@example.org");
        assertThat(Recipients.masked("oABCDEFGHIJKLMNOPQ")).isEqualTo("oAB****OPQ");
        assertThat(Recipients.masked("1390")).isEqualTo("***");
    }

    @Test
    void aSecretMayStandInAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "hidden\n");
        assertThat(Setting.secret("file:" + file)).isEqualTo("hidden");
        assertThat(Setting.secret("plain")).isEqualTo("plain");
    }
}
