package org.uniongrid.notice.wires;

import java.time.Instant;
import java.util.Map;
import org.uniongrid.notice.Message;

/** Messages to made-up people. */
final class Letter {

    static final String PHONE = "13900000001";
    static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    private Letter() {}

    static Message to(String address) {
        return new Message("a1", "access.code", address, "zh-CN", "您有一条新的工会通知", "正文里有中文", Map.of(), AT);
    }

    static Message withLink(String link) {
        return new Message("a1", "matter.link", PHONE, "zh-CN", "您有一条新的工会通知", link, Map.of("link", link), AT);
    }

    static Message withCode(String code) {
        return new Message("a1", "access.code", PHONE, "zh-CN", "您有一条新的工会通知", code, Map.of("code", code), AT);
    }
}
