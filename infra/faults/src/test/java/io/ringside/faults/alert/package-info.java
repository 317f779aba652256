@NullMarked
package io.ringside.faults.alert;

import org.jspecify.annotations.NullMarked;
