package io.ringside.gateway.http;

import java.net.InetAddress;

/**
 * The addresses that share their first bits.
 *
 * @param bits how many, from the left
 */
record AddressRange(InetAddress first, int bits) {
    AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(first.getHostAddress() + " has no " + bits + " bits");
        }
    }

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or one address. Nothing is looked up. */
    static AddressRange parse(String text) {
        try {
            String[] parts = text.strip().split("/", 2);
            InetAddress first = InetAddress.ofLiteral(parts[0]);
            int all = first.getAddress().length * Byte.SIZE;
            return new AddressRange(first, parts.length == 1 ? all : Integer.parseInt(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a range of addresses such as 10.0.0.0/8: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
