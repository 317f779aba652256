package io.ringside.gateway.upgrade;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Somebody asks to begin a session.
 *
 * @param address whose limits count
 * @param server where it came to
 * @param origins the pages that it says it comes from; none for a program
 * @param protocols that it says it speaks, as its headers list them
 */
record Knock(InetAddress address, InetSocketAddress server, List<String> origins, List<String> protocols) {}
