package org.uniongrid.access.tokens;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Networks that a token may be used from, such as {@code 10.20.0.0/16}; none means from anywhere. */
final class Networks {

    static final int MOST = 20;

    /** Java reads short forms of IPv4 too, which mean other addresses to other programs. */
    private static final Pattern WHOLE = Pattern.compile("[0-9]+(\\.[0-9]+){3}|.*:.*");

    private Networks() {}

    /** One a line or between commas; empty where one of them is no address or network. */
    static Optional<List<String>> of(String typed) {
        var networks = Arrays.stream(typed.split("[\\s,;，；]+", -1))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        return networks.stream().allMatch(Networks::isNetwork) ? Optional.of(networks) : Optional.empty();
    }

    private static boolean isNetwork(String text) {
        var parts = text.split("/", -1);
        if (parts.length > 2 || text.length() > 50 || !WHOLE.matcher(parts[0]).matches()) return false;
        try {
            var bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            return parts.length == 1 || parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= bits;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    static boolean allow(List<String> networks, String address) {
        return networks.isEmpty()
                || networks.stream().anyMatch(network -> new IpAddressMatcher(network).matches(address));
    }
}
