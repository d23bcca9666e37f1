package dev.quotetocash.xero;

/// The id and secret of a Xero app. Never printed.
public record Credentials(String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
