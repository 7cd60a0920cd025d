package org.uniongrid.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The cookie that forms are compared with. */
class CsrfCookieTests {

    private final CsrfCookie cookies = new CsrfCookie();

    @Test
    void overHttpsNoNeighbouringHostCanPlantIt() {
        var cookie = made(true);
        assertThat(cookie.getName()).isEqualTo("__Host-ug_csrf");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        var planted = request(true);
        planted.setCookies(new Cookie("ug_csrf", "planted"));
        assertThat(cookies.loadToken(planted)).isNull();
    }

    @Test
    void withoutHttpsItIsThereAllTheSame() {
        var cookie = made(false);
        assertThat(cookie.getName()).isEqualTo("ug_csrf");
        var next = request(false);
        next.setCookies(cookie);
        assertThat(Objects.requireNonNull(cookies.loadToken(next)).getToken()).isEqualTo(cookie.getValue());
    }

    private Cookie made(boolean secure) {
        var request = request(secure);
        var response = new MockHttpServletResponse();
        cookies.saveToken(cookies.generateToken(request), request, response);
        return Objects.requireNonNull(response.getCookies())[0];
    }

    private static MockHttpServletRequest request(boolean secure) {
        var request = new MockHttpServletRequest();
        request.setSecure(secure);
        return request;
    }
}
