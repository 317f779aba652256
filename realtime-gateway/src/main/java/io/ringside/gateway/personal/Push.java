package io.ringside.gateway.personal;

import io.ringside.gateway.frame.Frame;

/** A notice as it is sent, and the one before it. */
record Push(long sequence, long previous, Frame frame) {}
