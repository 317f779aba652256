/** What functions look up besides their own state: the instruments of the floor and the last quote of each. */
@NullMarked
package io.ringside.reference;

import org.jspecify.annotations.NullMarked;
