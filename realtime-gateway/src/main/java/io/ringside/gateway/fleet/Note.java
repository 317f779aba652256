package io.ringside.gateway.fleet;

import java.util.Map;

/**
 * What one gateway says to another.
 *
 * @param headers by name, one value each
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Note(Map<String, String> headers, byte[] body) {}
