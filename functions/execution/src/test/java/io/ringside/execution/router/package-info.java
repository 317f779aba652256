@NullMarked
package io.ringside.execution.router;

import org.jspecify.annotations.NullMarked;
