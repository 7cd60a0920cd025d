package org.uniongrid.notice.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.uniongrid.foundation.NoticeKind;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Message;
import org.uniongrid.notice.Templates;

/** Writes what a wire carries: all of it in an e-mail, on a phone only that there is news and what its kind allows. */
@Component
class Letters {

    private final Templates templates;
    private final MessageSource messages;
    private final String address;

    Letters(Templates templates, MessageSource messages, @Value("${uniongrid.address:}") String address) {
        this.templates = templates;
        this.messages = messages;
        this.address = address.replaceFirst("/+$", "");
    }

    /** Empty where a secret it needs is gone. */
    Optional<Message> write(Claimed delivery, NoticeKind kind, String to, Map<String, String> words) {
        var language = delivery.wish().locale();
        var values = words.entrySet().stream()
                .filter(word -> kind.onPhone().contains(word.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return switch (delivery.channel()) {
            case EMAIL ->
                templates
                        .text(kind.key(), words, language)
                        .map(text -> message(
                                delivery,
                                to,
                                templates.title(kind.key(), language),
                                body(text, delivery, language),
                                values));
            case SMS ->
                templates
                        .sms(kind.key(), values, language)
                        .map(text -> message(delivery, to, templates.neutral(language), text, values));
            case WECHAT -> Optional.of(message(delivery, to, templates.neutral(language), "", Map.of()));
        };
    }

    private String body(String text, Claimed delivery, Locale language) {
        var link = delivery.href() == null || address.isEmpty() ? "" : "\n\n" + address + delivery.href();
        return text + link + "\n\n-- \n" + messages.getMessage("notice.foot", null, language) + "\n";
    }

    private static Message message(Claimed delivery, String to, String title, String text, Map<String, String> values) {
        var id = delivery.noticePublicId()
                + (delivery.channel() == Channel.EMAIL
                        ? ""
                        : "-" + delivery.channel().key());
        return new Message(
                id,
                delivery.kind(),
                to,
                delivery.language(),
                title,
                text,
                values,
                delivery.createdAt().toInstant());
    }
}
