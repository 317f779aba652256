@NullMarked
package io.ringside.faults.kill;

import org.jspecify.annotations.NullMarked;
