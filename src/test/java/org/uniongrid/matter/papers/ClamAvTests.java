package org.uniongrid.matter.papers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uniongrid.foundation.RuleBroken;
import org.uniongrid.matter.Papers;

/** The scanner is believed where it answers; where it does not, nothing comes in. */
class ClamAvTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void whatIsCleanPassesAndWhatIsNotDoesNot() throws IOException {
        try (var clamd = Clamd.awake()) {
            var scan = ClamAv.at(clamd.address(), PATIENCE);
            assertThat(scan.isClean("干净".repeat(100_000).getBytes(UTF_8))).isTrue();
            assertThat(scan.isClean(("长".repeat(100_000) + Clamd.VIRUS).getBytes(UTF_8)))
                    .isFalse();
            assertThat(scan.isClean(new byte[0])).isTrue();
        }
    }

    @Test
    void aScannerThatIsSilentIsNotWaitedForLongerThanSaid() throws IOException {
        try (var clamd = Clamd.saying("")) {
            var scan = ClamAv.at(clamd.address(), Duration.ofMillis(300));
            assertThatThrownBy(() -> scan.isClean("x".getBytes(UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer");
        }
    }

    @Test
    void whatItCannotScanIsNotTakenForClean() throws IOException {
        try (var clamd = Clamd.saying("INSTREAM size limit exceeded. ERROR")) {
            var scan = ClamAv.at(clamd.address(), PATIENCE);
            assertThatThrownBy(() -> scan.isClean("x".getBytes(UTF_8))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void itIsAlsoAskedThroughAFile(@TempDir Path place) throws IOException {
        var socket = place.resolve("clamd.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(() -> {
                try (var asker = server.accept()) {
                    var sent = ByteBuffer.allocate(1024);
                    while (!isWhole(sent)) asker.read(sent);
                    asker.write(ByteBuffer.wrap("stream: OK\0".getBytes(UTF_8)));
                } catch (IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                }
            });
            assertThat(ClamAv.at("unix:" + socket, PATIENCE).isClean("x".getBytes(UTF_8)))
                    .isTrue();
        }
    }

    /** What is sent ends with a length of nothing. */
    private static boolean isWhole(ByteBuffer sent) {
        return sent.position() >= 4 && sent.getInt(sent.position() - 4) == 0;
    }

    @Test
    void aFileIsRefusedForAVirusAndWhereNobodyScans() throws IOException {
        var limits = new Papers.Limits(1, 1, 1, "", true);
        var bad = new Papers.Sent("账.txt", Clamd.VIRUS.getBytes(UTF_8));
        try (var clamd = Clamd.awake()) {
            var customs = new Customs(limits, ClamAv.at(clamd.address(), PATIENCE));
            assertThat(customs.pass(new Papers.Sent("账.txt", "好".getBytes(UTF_8)))
                            .type())
                    .isEqualTo(PaperType.TXT);
            assertRefused(customs, bad, PaperRule.PAPER_HAS_NO_VIRUS);
        }
        var nobody = new Customs(limits, ClamAv.at("127.0.0.1:1", PATIENCE));
        assertRefused(nobody, bad, PaperRule.PAPER_WAS_SCANNED);
    }

    private static void assertRefused(Customs customs, Papers.Sent file, PaperRule rule) {
        assertThatThrownBy(() -> customs.pass(file)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.rule()).isEqualTo(rule);
            assertThat(broken.values()).containsExactly(file.name());
        });
    }
}
