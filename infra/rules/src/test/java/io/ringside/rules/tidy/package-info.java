/** Rules over source texts: sizes, words, what every module has to say of itself. */
@NullMarked
package io.ringside.rules.tidy;

import org.jspecify.annotations.NullMarked;
