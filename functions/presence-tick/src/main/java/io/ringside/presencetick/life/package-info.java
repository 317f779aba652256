/** Signs of life as gateways tell them: who is connected where, and when somebody last touched anything. */
@NullMarked
package io.ringside.presencetick.life;

import org.jspecify.annotations.NullMarked;
