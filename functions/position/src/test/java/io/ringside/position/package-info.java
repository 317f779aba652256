@NullMarked
package io.ringside.position;

import org.jspecify.annotations.NullMarked;
