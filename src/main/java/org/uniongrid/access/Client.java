package org.uniongrid.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * Where a request comes from.
 *
 * @param token what its browser was given when somebody last signed in with it, or null
 */
public record Client(String address, @Nullable String token) implements Serializable {

    static final String COOKIE = "ug_device";

    public static Client of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return new Client(request.getRemoteAddr(), cookie == null ? null : cookie.getValue());
    }

    /** Whose tries count together: an address, or in IPv6 the network, of which one line at home has a whole one. */
    public String network() {
        try {
            // a proxy may hand on a short form, which would hide the network
            var whole = InetAddress.ofLiteral(address).getHostAddress();
            var groups = whole.split(":");
            return groups.length < 8 ? whole : String.join(":", Arrays.copyOf(groups, 4));
        } catch (IllegalArgumentException none) {
            return address;
        }
    }

    static Device device(HttpServletRequest request) {
        return Device.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
