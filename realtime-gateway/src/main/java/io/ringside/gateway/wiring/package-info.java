/** What comes from outside: randomness. */
@NullMarked
package io.ringside.gateway.wiring;

import org.jspecify.annotations.NullMarked;
