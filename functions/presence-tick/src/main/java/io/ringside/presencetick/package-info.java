/** Knows who is on the floor: hears it from gateways, keeps what users choose by hand, and tells what has changed. */
@NullMarked
package io.ringside.presencetick;

import org.jspecify.annotations.NullMarked;
