@NullMarked
package io.ringside.presencetick.board;

import org.jspecify.annotations.NullMarked;
