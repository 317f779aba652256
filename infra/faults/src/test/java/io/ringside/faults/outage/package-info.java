@NullMarked
package io.ringside.faults.outage;

import org.jspecify.annotations.NullMarked;
