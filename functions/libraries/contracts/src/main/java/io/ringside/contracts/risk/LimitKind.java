package io.ringside.contracts.risk;

/** Limits whose use is watched. */
public enum LimitKind {
    /** The greatest position, long or short, that open orders could lead to. */
    NET_POSITION
}
