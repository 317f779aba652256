package io.ringside.rfq.desk;

import io.ringside.contracts.rfq.RfqView;

/** What a party was told last of a request. */
public record Told(String party, RfqView view) {
    /** A party of a request. */
    record Key(String rfqId, String party) {}

    Key key() {
        return new Key(view.rfqId(), party);
    }
}
