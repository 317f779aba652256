@NullMarked
package io.ringside.gateway.system;

import org.jspecify.annotations.NullMarked;
