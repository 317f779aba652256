@NullMarked
package io.ringside.runtime.timer;

import org.jspecify.annotations.NullMarked;
