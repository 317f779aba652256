@NullMarked
package io.ringside.gateway.nats;

import org.jspecify.annotations.NullMarked;
