package org.uniongrid.notice.wires;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mail server of this cell.
 *
 * @param user empty where it asks for none
 */
record PostOffice(String host, int port, Security security, String user, String password) {

    private static final String CONNECT = "5000";
    private static final String ANSWER = "10000";

    /** How the line to it is kept from listeners. */
    enum Security {
        STARTTLS,
        TLS,
        NONE;

        static Security of(String setting) {
            return valueOf(setting.toUpperCase(Locale.ROOT));
        }
    }

    JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol("smtp");
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private Properties properties() {
        var all = new Properties();
        all.setProperty("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        all.setProperty("mail.smtp.connectiontimeout", CONNECT);
        all.setProperty("mail.smtp.timeout", ANSWER);
        all.setProperty("mail.smtp.writetimeout", ANSWER);
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (security == Security.TLS) all.setProperty("mail.smtp.ssl.enable", "true");
        if (security == Security.STARTTLS) {
            all.setProperty("mail.smtp.starttls.enable", "true");
            all.setProperty("mail.smtp.starttls.required", "true");
        }
        return all;
    }
}
