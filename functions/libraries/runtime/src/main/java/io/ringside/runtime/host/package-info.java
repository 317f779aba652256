/** The process around a function: wiring, health, identity, and an orderly end. */
@NullMarked
package io.ringside.runtime.host;

import org.jspecify.annotations.NullMarked;
