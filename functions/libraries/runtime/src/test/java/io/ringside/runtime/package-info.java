/** What a function is written against, within its limits. */
@NullMarked
package io.ringside.runtime;

import org.jspecify.annotations.NullMarked;
