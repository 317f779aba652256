/** What people must not be told, looked for in everything that leaves the floor. */
@NullMarked
package io.ringside.faults.secrecy;

import org.jspecify.annotations.NullMarked;
