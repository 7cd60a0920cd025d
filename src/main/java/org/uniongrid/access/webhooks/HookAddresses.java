package org.uniongrid.access.webhooks;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be called: no machine of the house, no service of the cloud that hands out its keys, and nothing
 * in private networks unless the operator says so.
 */
@Component
class HookAddresses {

    private final boolean insecure;
    private final boolean privateNetworks;

    HookAddresses(
            @Value("${uniongrid.webhooks.insecure:false}") boolean insecure,
            @Value("${uniongrid.webhooks.private-networks:false}") boolean privateNetworks) {
        this.insecure = insecure;
        this.privateNetworks = privateNetworks;
    }

    /** Why an address is refused; its {@link #why()} ends a message key and stands with the delivery. */
    static final class Refused extends IOException {

        private final String why;

        Refused(String why) {
            super("refused: " + why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** @throws Refused if it is no address that webhooks may have; nothing is looked up */
    URI parse(String typed) throws Refused {
        try {
            var uri = new URI(new URI(typed).toASCIIString());
            var scheme = uri.getScheme();
            if (!"https".equals(scheme) && !(insecure && "http".equals(scheme))) throw new Refused("no-https");
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null)
                throw new Refused("no-address");
            return uri;
        } catch (URISyntaxException none) {
            throw new Refused("no-address");
        }
    }

    /** The machine to connect to. Where one of several is refused, all are: the next answer may name it. */
    InetAddress resolve(URI uri) throws IOException {
        var host = uri.getHost().replaceAll("[\\[\\]]", "");
        var all = InetAddress.getAllByName(host);
        for (var address : all) {
            var why = refusal(address);
            if (why != null) throw new Refused(why);
        }
        return all[0];
    }

    @Nullable
    String refusal(InetAddress address) {
        if (address.isLoopbackAddress()) return insecure ? null : "own-machine";
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress())
            return "own-machine";
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? refusalOf6(address, bytes) : refusalOf4(address, bytes);
    }

    private @Nullable String refusalOf4(InetAddress address, byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 0 || first >= 240) return "own-machine";
        // where Alibaba Cloud hands out keys of the machine
        if (Arrays.equals(bytes, new byte[] {100, 100, 100, (byte) 200})) return "own-machine";
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean trial = first == 198 && (second & 0xfe) == 18 || first == 192 && second == 0 && bytes[2] == 0;
        return (address.isSiteLocalAddress() || shared || trial) && !privateNetworks ? "private-network" : null;
    }

    private @Nullable String refusalOf6(InetAddress address, byte[] bytes) {
        // IPv4 in another dress: NAT64, 6to4, Teredo, and the old compatible form
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean tunnel = bytes[0] == 0x20 && (bytes[1] == 0x02 || bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        boolean old = Arrays.equals(Arrays.copyOf(bytes, 12), new byte[12]);
        if (nat64 || tunnel || old) return "own-machine";
        boolean unique = (bytes[0] & 0xfe) == 0xfc;
        // AWS hands out keys of the machine at fd00:ec2::254
        if (unique && bytes[0] == (byte) 0xfd && bytes[2] == 0x0e && bytes[3] == (byte) 0xc2) return "own-machine";
        return (unique || address.isSiteLocalAddress()) && !privateNetworks ? "private-network" : null;
    }
}
