/** Violations on purpose: every rule over classes is shown something that it must find. */
@NullMarked
package io.ringside.rules.planted;

import org.jspecify.annotations.NullMarked;
