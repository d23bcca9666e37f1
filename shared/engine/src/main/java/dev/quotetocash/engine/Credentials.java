package dev.quotetocash.engine;

/// The id and secret of an app. Never printed.
public record Credentials(String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
