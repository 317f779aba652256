@NullMarked
package io.ringside.activity;

import org.jspecify.annotations.NullMarked;
