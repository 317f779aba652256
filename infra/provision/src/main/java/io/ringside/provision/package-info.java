/**
 * Prepares what Ringside runs on: servers, streams, tables. Operators call it by command, local stack and tests as
 * code.
 */
@NullMarked
package io.ringside.provision;

import org.jspecify.annotations.NullMarked;
