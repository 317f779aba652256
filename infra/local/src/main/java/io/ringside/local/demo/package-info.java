/** Firms, people, instruments and limits to trade with, loaded from files as often as one likes. */
@NullMarked
package io.ringside.local.demo;

import org.jspecify.annotations.NullMarked;
