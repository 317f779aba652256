package io.ringside.benchmarks.measure;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.report.Percentiles;
import java.util.Map;

/**
 * The figures of one stretch of load at one rate.
 *
 * @param received from the moment an order was due to {@code received} at its sender
 * @param decided to accepted or rejected at its sender
 * @param ended to its final event at its sender
 * @param refused orders that the gateway did not take
 * @param undecided orders without an outcome when the stretch was over
 * @param statuses orders by their last status
 * @param stages where the time of an order went
 * @param functions what each function did, with the time of one event from its publication to its committed effect
 * @param messagesPerOrder messages stored for one order, by stream
 * @param inBatchPercent messages that were published in atomic batches; the others were pipelined one by one
 * @param cores cores that each process kept busy
 * @param calls means of calls between processes, milliseconds
 */
@Serdeable
public record Stretch(
        int rate,
        int seconds,
        Percentiles received,
        Percentiles decided,
        Percentiles ended,
        long refused,
        long undecided,
        Map<String, Long> statuses,
        Map<String, Percentiles> stages,
        Map<String, FunctionFigures> functions,
        Map<String, Double> messagesPerOrder,
        double inBatchPercent,
        Map<String, Double> cores,
        Map<String, Double> calls) {}
