package io.ringside.faults.evidence;

import io.ringside.benchmarks.floor.StreamLog;
import java.util.List;

/**
 * All that a check may look at.
 *
 * @param asked orders and cancels
 * @param views of those who sent them
 * @param commands stream COMMANDS
 * @param events stream EVENTS
 * @param deadLetters stream DEADLETTERS
 */
public record Evidence(
        List<Asked> asked,
        List<ClientView> views,
        Dealings dealings,
        Book book,
        List<StreamLog.Stored> commands,
        List<StreamLog.Stored> events,
        List<StreamLog.Stored> deadLetters) {}
