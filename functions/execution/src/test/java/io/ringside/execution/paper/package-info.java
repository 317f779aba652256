@NullMarked
package io.ringside.execution.paper;

import org.jspecify.annotations.NullMarked;
