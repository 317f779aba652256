@NullMarked
package io.ringside.faults;

import org.jspecify.annotations.NullMarked;
