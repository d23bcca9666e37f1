package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;

/// What filters and orders see of a record: its members by their paths, such as `Contact.Name`.
interface Members {

    Value at(String path);

    static Members of(JsonNode record) {
        return path -> Value.of(record, path);
    }
}
