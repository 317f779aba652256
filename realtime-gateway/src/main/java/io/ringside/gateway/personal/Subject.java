package io.ringside.gateway.personal;

/** What a personal channel is about, and whose it is. */
record Subject(Personal kind, String user) {}
