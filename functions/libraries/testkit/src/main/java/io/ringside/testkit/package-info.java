/**
 * What tests stand on: real servers once per JVM, a clock moved by hand, recorders. Nothing here knows a test
 * framework.
 */
@NullMarked
package io.ringside.testkit;

import org.jspecify.annotations.NullMarked;
