package dev.quotetocash.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Notice;
import dev.quotetocash.sync.PortalId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotEnvelopeTest {

    private static final PortalId PORTAL = new PortalId("33");

    @ParameterizedTest
    @CsvSource({
        "object.propertyChange, 0-3, DEAL, 77",
        "object.creation, 0-8, LINE_ITEM, 77",
        "object.deletion, 0-2, CUSTOMER, company#77",
        "object.restore, 0-1, CUSTOMER, contact#77",
        "deal.propertyChange, , DEAL, 77",
        "line_item.deletion, , LINE_ITEM, 77",
        "company.creation, , CUSTOMER, company#77",
        "contact.privacyDeletion, , CUSTOMER, contact#77",
    })
    void namesTheRecordByLegacyAndGenericTypes(String type, String typeId, Notice.Kind kind, String id) {
        var members = typeId == null ? "\"objectId\":77" : "\"objectId\":77,\"objectTypeId\":\"" + typeId + "\"";

        var envelope = parse(event(type, members));

        assertThat(envelope.ids()).isEqualTo(Map.of(kind, List.of(id)));
        assertThat(envelope.unknown()).isZero();
        assertThat(envelope.defect()).isEmpty();
    }

    @Test
    void readsTheTypeUnderBothOfItsNames() {
        var envelope = parse("[{\"portalId\":\"33\",\"eventType\":\"deal.creation\",\"objectId\":\"77\"}]");

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.DEAL, List.of("77")));
    }

    @Test
    void namesEachRecordOnce() {
        var change = one("deal.propertyChange", "\"objectId\":77");

        var envelope = parse("[" + change + "," + change + "," + one("deal.creation", "\"objectId\":8") + "]");

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.DEAL, List.of("77", "8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"objectId\":77,\"objectTypeId\":\"0-3\",\"fromObjectId\":77,\"toObjectId\":9,"
                        + "\"fromObjectTypeId\":\"0-3\",\"toObjectTypeId\":\"0-8\"",
                "\"objectId\":9,\"objectTypeId\":\"0-8\",\"fromObjectId\":9,\"toObjectId\":77,"
                        + "\"fromObjectTypeId\":\"0-8\",\"toObjectTypeId\":\"0-3\"",
                "\"objectTypeId\":\"0-3\",\"associationType\":\"DEAL_TO_COMPANY\",\"fromObjectId\":77,\"toObjectId\":9",
                "\"objectTypeId\":\"0-2\",\"associationType\":\"COMPANY_TO_DEAL\",\"fromObjectId\":9,\"toObjectId\":77",
                "\"objectTypeId\":\"0-3\",\"fromObjectId\":77,\"toObjectId\":9,\"fromObjectTypeId\":\"0-3\","
                        + "\"toObjectTypeId\":\"2-4711\"",
                "\"objectTypeId\":\"0-3\",\"objectId\":77"
            })
    void namesTheDealOfAnAssociation(String members) {
        var envelope = parse(event("object.associationChange", members));

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.DEAL, List.of("77")));
        assertThat(envelope.defect()).isEmpty();
    }

    @Test
    void namesTheDealOfALegacyAssociation() {
        var members = "\"associationType\":\"LINE_ITEM_TO_DEAL\",\"fromObjectId\":9,\"toObjectId\":77";

        assertThat(parse(event("line_item.associationChange", members)).ids())
                .isEqualTo(Map.of(Notice.Kind.DEAL, List.of("77")));
    }

    @Test
    void namesBothSidesOfAnAssociationWithoutADeal() {
        var members = "\"associationType\":\"CONTACT_TO_COMPANY\",\"fromObjectId\":1,\"toObjectId\":2";

        assertThat(parse(event("contact.associationChange", members)).ids())
                .isEqualTo(Map.of(Notice.Kind.CUSTOMER, List.of("contact#1", "company#2")));
    }

    @Test
    void namesEveryRecordOfAMerge() {
        var members = "\"objectId\":1,\"primaryObjectId\":1,\"mergedObjectIds\":[2,\"3\"],\"newObjectId\":4";

        assertThat(parse(event("company.merge", members)).ids())
                .isEqualTo(Map.of(Notice.Kind.CUSTOMER, List.of("company#1", "company#4", "company#2", "company#3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.creation", "object.creation", "deal.explosion", "deal", "conversation.newMessage"})
    void countsTypesThatAreOfNoConcern(String type) {
        var envelope = parse(event(type, "\"objectId\":77,\"objectTypeId\":\"0-5\""));

        assertThat(envelope.ids()).isEmpty();
        assertThat(envelope.unknown()).isEqualTo(1);
        assertThat(envelope.defect()).isEmpty();
    }

    @Test
    void countsEventsOfAnotherPortal() {
        var envelope = parse("[{\"portalId\":34,\"subscriptionType\":\"deal.creation\",\"objectId\":77}]");

        assertThat(envelope.ids()).isEmpty();
        assertThat(envelope.unknown()).isEqualTo(1);
    }

    @Test
    void keepsWhatItCouldReadBesideADefect() {
        var envelope = parse("[" + one("deal.creation", "\"objectId\":\"7#7\"") + ",{\"portalId\":33},"
                + one("deal.creation", "\"objectId\":8") + "]");

        assertThat(envelope.ids()).isEqualTo(Map.of(Notice.Kind.DEAL, List.of("8")));
        assertThat(envelope.defect()).contains("an event without an object id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "null", "7", "[7]", "[null]", "[[]]"})
    void tellsWhatItCannotRead(String body) {
        assertThat(parse(body).defect()).isPresent();
        assertThat(parse(body).ids()).isEmpty();
    }

    private static Envelope parse(String body) {
        return HubSpotEnvelope.parse(body.getBytes(StandardCharsets.UTF_8), PORTAL);
    }

    private static String event(String type, String members) {
        return "[" + one(type, members) + "]";
    }

    private static String one(String type, String members) {
        return "{\"portalId\":33,\"subscriptionType\":\"%s\",\"somethingNew\":{\"a\":[]},%s}".formatted(type, members);
    }
}
