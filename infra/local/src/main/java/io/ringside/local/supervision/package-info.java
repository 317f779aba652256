/** Child processes that are started together, started again when they die, and stopped in order. */
@NullMarked
package io.ringside.local.supervision;

import org.jspecify.annotations.NullMarked;
