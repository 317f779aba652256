@NullMarked
package io.ringside.alert;

import org.jspecify.annotations.NullMarked;
