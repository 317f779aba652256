@NullMarked
package io.ringside.gateway.conformance;

import org.jspecify.annotations.NullMarked;
