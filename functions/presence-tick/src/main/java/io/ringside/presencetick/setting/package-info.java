/** Takes the commands by which users choose how they are seen, each once, in the order of the log. */
@NullMarked
package io.ringside.presencetick.setting;

import org.jspecify.annotations.NullMarked;
