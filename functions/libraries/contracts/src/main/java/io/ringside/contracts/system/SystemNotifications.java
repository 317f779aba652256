package io.ringside.contracts.system;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Push {@code system.list}: every notification that holds, the earliest first. What was known is forgotten. */
@Serdeable
public record SystemNotifications(List<SystemNotification> notifications) {}
