/** Commands of clients: checked, rate limited, and received only once JetStream has them. */
@NullMarked
package io.ringside.gateway.command;

import org.jspecify.annotations.NullMarked;
