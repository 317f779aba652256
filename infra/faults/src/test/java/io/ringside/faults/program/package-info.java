/** Programs of the floor as processes of a test, which may kill them. */
@NullMarked
package io.ringside.faults.program;

import org.jspecify.annotations.NullMarked;
