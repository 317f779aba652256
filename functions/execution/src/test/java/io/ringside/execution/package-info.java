@NullMarked
package io.ringside.execution;

import org.jspecify.annotations.NullMarked;
