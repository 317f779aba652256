/** What operators see and do: the sockets of all gateways, and alerts that nobody has acknowledged. */
@NullMarked
package io.ringside.gateway.operator;

import org.jspecify.annotations.NullMarked;
