/** One half of a circle. */
@NullMarked
package io.ringside.rules.planted.circle.one;

import org.jspecify.annotations.NullMarked;
