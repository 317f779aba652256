@NullMarked
package io.ringside.presencetick;

import org.jspecify.annotations.NullMarked;
