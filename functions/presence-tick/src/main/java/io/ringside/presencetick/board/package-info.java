/** How everybody is seen: decided from choices and signs of life, kept, and told to whoever listens when it changes. */
@NullMarked
package io.ringside.presencetick.board;

import org.jspecify.annotations.NullMarked;
