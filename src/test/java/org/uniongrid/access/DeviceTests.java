package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uniongrid.access.Device.Browser;
import org.uniongrid.access.Device.Platform;

/** What a browser says of itself, in two words. */
class DeviceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0 | EDGE | WINDOWS
            Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36 | CHROME | WINDOWS
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1 | SAFARI | IPHONE
            Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0 | WECHAT | ANDROID
            Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36 ArkWeb/4.1 | CHROME | HARMONY
            Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0 | FIREFOX | LINUX
            curl/8.0 | OTHER | OTHER
            """)
    void readsWhatBrowsersSay(String agent, Browser browser, Platform platform) {
        var device = Device.of(agent);
        assertThat(device).isEqualTo(new Device(browser, platform));
        assertThat(Device.read(device.text())).isEqualTo(device);
    }

    @Test
    void knowsNothingOfWhoeverSaysNothing() {
        var nothing = new Device(Browser.OTHER, Platform.OTHER);
        assertThat(Device.of(null)).isEqualTo(nothing);
        assertThat(Device.read(null)).isEqualTo(nothing);
        assertThat(Device.read("netscape amiga")).isEqualTo(nothing);
    }
}
