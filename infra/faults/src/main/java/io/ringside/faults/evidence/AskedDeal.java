package io.ringside.faults.evidence;

import io.ringside.faults.evidence.Asked.Fate;

/**
 * One command about a request for quotes, sent once or often, always with the same body.
 *
 * @param commandId the sender's own, unique for ever within the account
 * @param verb {@code request}, {@code quote}, {@code accept}, {@code pass} or {@code cancel}
 */
public record AskedDeal(String account, String commandId, String verb, String rfqId, Fate fate) {
    /** What identifies the command for ever. */
    public String identity() {
        return account + '/' + commandId;
    }

    public AskedDeal ended(Fate how) {
        return new AskedDeal(account, commandId, verb, rfqId, how);
    }
}
