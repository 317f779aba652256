/** Orders: their commands, and how their owners see them. */
@NullMarked
package io.ringside.gateway.order;

import org.jspecify.annotations.NullMarked;
