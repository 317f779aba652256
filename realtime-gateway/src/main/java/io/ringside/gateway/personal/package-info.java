/** Personal channels: live notices and alerts, and the replay of what a client missed, without gap or double. */
@NullMarked
package io.ringside.gateway.personal;

import org.jspecify.annotations.NullMarked;
