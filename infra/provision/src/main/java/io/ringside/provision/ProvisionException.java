package io.ringside.provision;

/** Something that Ringside needs could not be prepared. The message is one line that names the remedy. */
public final class ProvisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProvisionException(String message) {
        super(message);
    }

    public ProvisionException(String message, Throwable cause) {
        super(message, cause);
    }
}
