package io.ringside.gateway.fleet;

/**
 * One life of a gateway.
 *
 * @param life unique for ever; two gateways may have one name by mistake
 * @param name as it is configured
 */
public record Node(String life, String name) {}
