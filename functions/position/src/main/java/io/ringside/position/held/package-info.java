/** What accounts hold, as the store keeps it. */
@NullMarked
package io.ringside.position.held;

import org.jspecify.annotations.NullMarked;
