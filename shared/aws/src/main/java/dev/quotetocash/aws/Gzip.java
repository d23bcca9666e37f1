package dev.quotetocash.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Bytes made small, and back.
final class Gzip {

    /// A row of DynamoDB ends at 400 KB. A longer body is the engine's to refuse before it comes here.
    static final int BYTES_MAX = 300 * 1024;

    private Gzip() {}

    static byte[] pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        if (packed.size() > BYTES_MAX) {
            throw new IllegalArgumentException("a body of " + packed.size() + " bytes gzipped, over " + BYTES_MAX);
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("a stored body is not gzip", broken);
        }
    }
}
