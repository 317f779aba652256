/** Personal channels: live notices, and the replay of what a client missed, without gap or double. */
@NullMarked
package io.ringside.gateway.inbox;

import org.jspecify.annotations.NullMarked;
