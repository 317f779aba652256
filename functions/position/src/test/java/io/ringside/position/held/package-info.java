@NullMarked
package io.ringside.position.held;

import org.jspecify.annotations.NullMarked;
