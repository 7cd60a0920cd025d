package org.uniongrid.notice;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uniongrid.people.Contacts;

/** Where a wire finds somebody. In full for wires only; people see it masked. */
@Component
public class Recipients {

    private final Contacts contacts;
    private final WeChatIds weChat;

    Recipients(Contacts contacts, WeChatIds weChat) {
        this.contacts = contacts;
        this.weChat = weChat;
    }

    public Optional<String> find(Channel channel, long personId) {
        return switch (channel) {
            case EMAIL -> contacts.email(personId);
            case SMS -> contacts.phone(personId);
            case WECHAT -> weChat.find(personId);
        };
    }

    /** Enough to recognise one's own, too little to use. */
    public static String masked(String address) {
        var at = address.indexOf('@');
        if (at > 0) return address.charAt(0) + "***" + address.substring(at);
        if (address.length() < 8) return "***";
        return address.substring(0, 3) + "****" + address.substring(address.length() - (address.length() > 15 ? 3 : 4));
    }
}
