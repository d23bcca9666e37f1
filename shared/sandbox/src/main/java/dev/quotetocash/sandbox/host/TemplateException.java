package dev.quotetocash.sandbox.host;

/// Something in the template that the host cannot run, by the place where it stands.
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TemplateException(String place, String problem) {
        super(place + ": " + problem);
    }
}
