package dev.quotetocash.sandbox.xero;

import java.util.Base64;
import java.util.UUID;

/// A file attached to a record. `base64` is its content.
record Attachment(UUID id, String fileName, String mimeType, boolean includeOnline, String base64) {

    byte[] content() {
        return Base64.getDecoder().decode(base64);
    }
}
