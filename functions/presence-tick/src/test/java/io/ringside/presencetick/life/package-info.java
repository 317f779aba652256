@NullMarked
package io.ringside.presencetick.life;

import org.jspecify.annotations.NullMarked;
