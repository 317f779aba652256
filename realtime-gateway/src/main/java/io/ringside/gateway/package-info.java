/** The realtime gateway: it holds the sockets of clients, replays what they missed, takes their commands and answers
 * their queries. */
@NullMarked
package io.ringside.gateway;

import org.jspecify.annotations.NullMarked;
