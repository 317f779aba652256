package io.ringside.faults.outage;

/**
 * One fault to come.
 *
 * @param pauseMs before it
 * @param hasty whether it comes although the one before is not made good
 * @param gateway which gateway, where it is about one, from 1
 * @param forMs how long it lasts, where it lasts
 * @param percent of the clients, where it is about clients
 */
record Fault(FaultKind kind, long pauseMs, boolean hasty, int gateway, long forMs, int percent) {}
