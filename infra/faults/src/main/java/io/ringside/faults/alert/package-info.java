/** People who are told alerts over sockets, what each heard, and the judge of it. */
@NullMarked
package io.ringside.faults.alert;

import org.jspecify.annotations.NullMarked;
