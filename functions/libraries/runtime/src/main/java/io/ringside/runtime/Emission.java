package io.ringside.runtime;

/**
 * One message that a decision produces: a fact, a command to another function, or a notice to a user.
 *
 * @param type wire name, for example {@code order.updated}
 * @param body a record of the contracts
 */
public record Emission(String subject, String type, Object body) {}
