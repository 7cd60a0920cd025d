package org.uniongrid.notice.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Message;

class EmailWireTests {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

    private static final Message MESSAGE = new Message(
            "7d3c",
            "organisation.appointed",
            "person@example.org",
            "zh-CN",
            "您有新的任职",
            "您好：\n任职已生效。",
            Map.of(),
            Letter.AT);

    @BeforeAll
    static void open() {
        MAIL.start();
    }

    @BeforeEach
    void empty() throws FolderException {
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() {
        MAIL.stop();
    }

    @Test
    void chineseArrivesAsItWasWritten() throws Exception {
        assertThat(wire(MAIL.getSmtp().getPort()).send(MESSAGE)).isEqualTo(new Answer.Sent("<7d3c@union.example.org>"));
        var mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("您有新的任职");
        assertThat(mail.getContent().toString()).isEqualToNormalizingNewlines("您好：\n任职已生效。");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getFrom()[0]).hasToString("notice@union.example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aSecondCopyBearsTheSameId() throws Exception {
        var wire = wire(MAIL.getSmtp().getPort());
        wire.send(MESSAGE);
        wire.send(MESSAGE);
        assertThat(MAIL.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(
                        mail -> assertThat(mail.getHeader("Message-ID")).containsExactly("<7d3c@union.example.org>"));
    }

    @Test
    void nobodyThereMeansLater() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        assertThat(wire(port).send(MESSAGE)).isEqualTo(new Answer.Later("smtp"));
    }

    @Test
    void anUnknownAddressIsNotTriedAgain() throws Exception {
        try (var server = new Refusing("550 no such user")) {
            assertThat(wire(server.port()).send(MESSAGE)).isEqualTo(new Answer.Refused("smtp address"));
        }
    }

    @Test
    void aFullMailboxIsTriedAgain() throws Exception {
        try (var server = new Refusing("452 mailbox full")) {
            assertThat(wire(server.port()).send(MESSAGE)).isEqualTo(new Answer.Later("smtp"));
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        var nonsense = new Message("a", "x.y", "no\r\nBcc: all@example.org", "zh-CN", "t", "t", Map.of(), Letter.AT);
        assertThat(wire(MAIL.getSmtp().getPort()).send(nonsense)).isEqualTo(new Answer.Refused("address"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void aSenderWithoutAnAddressIsASettingGoneWrong() {
        assertThatThrownBy(() -> new EmailWire(post(25).sender(), "UnionGrid"))
                .hasMessageContaining("uniongrid.mail.from");
    }

    @Test
    void theLineIsEncryptedUnlessSaidOtherwise() {
        var properties = new PostOffice("mail.example.org", 587, PostOffice.Security.of("starttls"), "u", "p")
                .sender()
                .getJavaMailProperties();
        assertThat(properties)
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    private static EmailWire wire(int port) {
        return new EmailWire(post(port).sender(), "notice@union.example.org");
    }

    private static PostOffice post(int port) {
        return new PostOffice("127.0.0.1", port, PostOffice.Security.NONE, "", "");
    }

    /** Takes the sender and refuses whoever is written to. */
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket socket;

        Refusing(String refusal) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                try (var line = socket.accept()) {
                    var out = new PrintStream(line.getOutputStream(), true, StandardCharsets.US_ASCII);
                    var in =
                            new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                    out.print("220 here\r\n");
                    for (var said = in.readLine(); said != null; said = in.readLine())
                        out.print((said.startsWith("RCPT") ? refusal : "250 fine") + "\r\n");
                } catch (IOException ended) {
                    return;
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
