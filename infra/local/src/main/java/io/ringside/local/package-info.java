/**
 * The whole floor on one machine: servers, functions and gateway as child processes, with demo data and supervision.
 */
@NullMarked
package io.ringside.local;

import org.jspecify.annotations.NullMarked;
