/** The other half of a circle. */
@NullMarked
package io.ringside.rules.planted.circle.two;

import org.jspecify.annotations.NullMarked;
