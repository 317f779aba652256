@NullMarked
package io.ringside.gateway.presence;

import org.jspecify.annotations.NullMarked;
