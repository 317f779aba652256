/** Whether this gateway can do its work, and the figures that tell how well. */
@NullMarked
package io.ringside.gateway.health;

import org.jspecify.annotations.NullMarked;
