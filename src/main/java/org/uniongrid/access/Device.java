package org.uniongrid.access;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A browser and what it runs on, as far as it says so itself: enough for its owner to know it again. */
public record Device(Browser browser, Platform platform) {

    /** Kinds of browsers, those first that name another one too. */
    public enum Browser {
        WECHAT("MicroMessenger"),
        DINGTALK("DingTalk"),
        EDGE("Edg"),
        QQ("QQBrowser"),
        UC("UCBrowser"),
        FIREFOX("Firefox"),
        CHROME("Chrome"),
        SAFARI("Safari"),
        OTHER("");

        private final String mark;

        Browser(String mark) {
            this.mark = mark;
        }
    }

    /** Kinds of systems, those first that name another one too. */
    public enum Platform {
        HARMONY("HarmonyOS"),
        ANDROID("Android"),
        IPHONE("iPhone"),
        IPAD("iPad"),
        WINDOWS("Windows"),
        MAC("Mac OS"),
        LINUX("Linux"),
        OTHER("");

        private final String mark;

        Platform(String mark) {
            this.mark = mark;
        }
    }

    /** From the header User-Agent. */
    static Device of(@Nullable String agent) {
        var said = agent == null ? "" : agent.replace("OpenHarmony", "HarmonyOS");
        return new Device(
                Arrays.stream(Browser.values())
                        .filter(one -> said.contains(one.mark))
                        .findFirst()
                        .orElse(Browser.OTHER),
                Arrays.stream(Platform.values())
                        .filter(one -> said.contains(one.mark))
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    /** As {@link #text} wrote it; words of another version make an unknown device. */
    static Device read(@Nullable String text) {
        var parts = text == null ? new String[0] : text.split(" ");
        if (parts.length != 2) return new Device(Browser.OTHER, Platform.OTHER);
        return new Device(
                Arrays.stream(Browser.values())
                        .filter(one -> one.name().equals(parts[0]))
                        .findFirst()
                        .orElse(Browser.OTHER),
                Arrays.stream(Platform.values())
                        .filter(one -> one.name().equals(parts[1]))
                        .findFirst()
                        .orElse(Platform.OTHER));
    }

    String text() {
        return browser + " " + platform;
    }

    /** Message key of the browser's name. */
    public String browserKey() {
        return "device.browser." + browser.name().toLowerCase(Locale.ROOT);
    }

    /** Message key of the system's name. */
    public String platformKey() {
        return "device.platform." + platform.name().toLowerCase(Locale.ROOT);
    }
}
