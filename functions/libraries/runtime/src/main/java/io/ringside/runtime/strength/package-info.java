/** The servers must be strong enough for the promise; a weaker one is refused by the name of its weakness. */
@NullMarked
package io.ringside.runtime.strength;

import org.jspecify.annotations.NullMarked;
