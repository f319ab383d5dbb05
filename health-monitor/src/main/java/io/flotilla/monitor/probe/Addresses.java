package io.flotilla.monitor.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses belong to the whole internet, and which to somebody's own network: a public server must not send the
 * monitor to the latter, where it might reach what outsiders cannot. Source: the special-purpose registries of IANA
 * (RFC 6890 and its successors).
 */
final class Addresses {
    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            var shared = first == 100 && second >= 64 && second < 128;
            var benchmark = first == 198 && (second == 18 || second == 19);
            return !(first == 0 || shared || benchmark || first >= 240);
        }
        return (first & 0xfe) != 0xfc && embedded(bytes);
    }

    /** 64:ff9b::/96 (RFC 6052) leads to the IPv4 address in its last four bytes. */
    private static boolean embedded(byte[] bytes) {
        if (bytes[0] != 0 || bytes[1] != 0x64 || (bytes[2] & 0xff) != 0xff || (bytes[3] & 0xff) != 0x9b) {
            return true;
        }
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
