package org.uniongrid.notice.wires;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.uniongrid.notice.Answer;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Wire;

/** E-mail by SMTP, in plain text. Its Message-ID is the same at every try: a second copy is dropped on the reader's side. */
class EmailWire implements Wire {

    private final JavaMailSender sender;
    private final String from;

    EmailWire(JavaMailSender sender, String from) {
        if (from.indexOf('@') < 1) throw new IllegalArgumentException("uniongrid.mail.from is no e-mail address");
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isReal() {
        return true;
    }

    @Override
    public Answer send(Message message) {
        try {
            var mail = write(message);
            sender.send(mail);
            return new Answer.Sent(mail.getMessageID());
        } catch (MailAuthenticationException refused) {
            return new Answer.Later("smtp sign-in");
        } catch (MailSendException failed) {
            return isUnknown(failed) ? new Answer.Refused("smtp address") : new Answer.Later("smtp");
        } catch (MailException failed) {
            return new Answer.Later("smtp");
        } catch (MessagingException wrong) {
            return new Answer.Refused("address");
        }
    }

    private MimeMessage write(Message message) throws MessagingException {
        var mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(message.to());
        helper.setSubject(message.title());
        helper.setText(message.text());
        helper.setSentDate(Date.from(message.at()));
        mail.setHeader("Message-ID", "<" + message.id() + from.substring(from.indexOf('@')) + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", message.language());
        return mail;
    }

    /** Whether the server knows no such address, and never will. */
    private static boolean isUnknown(MailSendException failed) {
        return isUnknown(failed.getCause())
                || Arrays.stream(failed.getMessageExceptions()).anyMatch(EmailWire::isUnknown);
    }

    private static boolean isUnknown(@Nullable Throwable cause) {
        for (var one = cause; one != null; one = next(one))
            if (one instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) return true;
        return false;
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof SendFailedException failed ? failed.getNextException() : one.getCause();
    }
}
