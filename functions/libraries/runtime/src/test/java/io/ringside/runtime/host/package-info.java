/** The process around a function, started and stopped for real. */
@NullMarked
package io.ringside.runtime.host;

import org.jspecify.annotations.NullMarked;
