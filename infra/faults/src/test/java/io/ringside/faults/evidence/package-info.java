@NullMarked
package io.ringside.faults.evidence;

import org.jspecify.annotations.NullMarked;
