@NullMarked
package io.ringside.runtime.journal;

import org.jspecify.annotations.NullMarked;
