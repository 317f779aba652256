@NullMarked
package io.ringside.runtime.tenure;

import org.jspecify.annotations.NullMarked;
