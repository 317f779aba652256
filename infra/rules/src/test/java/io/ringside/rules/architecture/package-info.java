/** Rules over compiled classes: who may know whom, and who may touch clock and chance. */
@NullMarked
package io.ringside.rules.architecture;

import org.jspecify.annotations.NullMarked;
