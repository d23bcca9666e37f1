package dev.quotetocash.sandbox.hubspot;

import java.util.List;

/// The properties that are returned when a caller names none, and those that always are.
final class Defaults {

    private Defaults() {}

    static List<String> of(ObjectType type) {
        return switch (type) {
            case CONTACT -> List.of("createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname");
            case COMPANY -> List.of("createdate", "domain", "hs_lastmodifieddate", "hs_object_id", "name");
            case DEAL ->
                List.of(
                        "amount",
                        "closedate",
                        "createdate",
                        "dealname",
                        "dealstage",
                        "hs_lastmodifieddate",
                        "hs_object_id",
                        "pipeline");
            case PRODUCT ->
                List.of("createdate", "description", "hs_lastmodifieddate", "hs_object_id", "name", "price");
            case LINE_ITEM -> List.of("createdate", "hs_lastmodifieddate", "hs_object_id");
        };
    }

    static List<String> always(ObjectType type) {
        return List.of("createdate", type.modifiedProperty(), "hs_object_id");
    }
}
