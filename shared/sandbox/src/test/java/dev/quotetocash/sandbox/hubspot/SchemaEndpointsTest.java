package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaEndpointsTest {

    private static final String SCHEMAS = "/crm-object-schemas/2026-09/schemas";
    private static final String MACHINE = """
            {'name':'machine','labels':{'singular':'Machine','plural':'Machines'},'primaryDisplayProperty':'serial',
             'requiredProperties':['serial'],'searchableProperties':['serial'],'associatedObjects':['CONTACT'],
             'properties':[{'name':'serial','label':'Serial','type':'string','fieldType':'text',
               'hasUniqueValue':true}]}""";

    private static final HubSpotSettings ENTERPRISE = HubSpotSettings.sandbox().withCrm(CrmLimits.enterprise());

    private final Hub hub = Hub.with(ENTERPRISE);

    @Test
    void areForEnterpriseOnly() {
        var starter = Hub.fresh();

        var refused = starter.post(SCHEMAS, MACHINE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/category")).isEqualTo("MISSING_SCOPES");
        assertThat(starter.get(SCHEMAS).status()).isEqualTo(403);
    }

    @Test
    void makeATypeThatIsAddressedInThreeWays() {
        var created = hub.post(SCHEMAS, MACHINE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/fullyQualifiedName")).isEqualTo("p33000033_machine");
        assertThat(created.at("/objectTypeId")).startsWith("2-");
        var machine = hub.create("p33000033_machine", "{'serial':'A-1'}");
        assertThat(hub.read(created.at("/objectTypeId"), machine, "").status()).isEqualTo(200);
        assertThat(hub.read("machine", "A-1", "idProperty=serial").id()).isEqualTo(machine);
        assertThat(hub.get("/crm/v3/schemas").body().path("results")).hasSize(1);
        assertThat(hub.get("/crm/schemas/2026-09").status()).isEqualTo(404);
        assertThat(hub.post(SCHEMAS, MACHINE).status()).isEqualTo(409);
    }

    @Test
    void areReadWithTheScopeOfCustomObjectsOnly() {
        var scoped = Hub.with(ENTERPRISE.withScopes(
                Set.of("crm.schemas.custom.write", "crm.objects.deals.read", "crm.objects.deals.write")));
        assertThat(scoped.post(SCHEMAS, MACHINE).status()).isEqualTo(201);

        for (var name : List.of("machine", "p33000033_machine")) {
            var refused = scoped.get(Hub.OBJECTS + name);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/context/missingScopes/0")).isEqualTo("crm.objects.custom.read");
        }
        var deal = scoped.create("deals", "{}");
        assertThat(scoped.read("deals", deal, "associations=machine").status()).isEqualTo(403);
    }

    @Test
    void canBeLockedLikeAnyOther() {
        hub.post(SCHEMAS, MACHINE);
        var machine = hub.create("machine", "{'serial':'A-1'}");
        hub.simulator.lockRecord("p33000033_machine", machine, Duration.ofSeconds(2));

        assertThat(hub.update("machine", machine, "{'serial':'A-2'}").status()).isEqualTo(423);
        hub.later(Duration.ofSeconds(2));
        assertThat(hub.update("machine", machine, "{'serial':'A-2'}").status()).isEqualTo(200);
    }

    @Test
    void enforceRequiredAndUniqueProperties() {
        hub.post(SCHEMAS, MACHINE);
        hub.create("machine", "{'serial':'A-1'}");

        assertThat(hub.post(Hub.OBJECTS + "machine", "{'properties':{}}").at("/context/properties/0"))
                .isEqualTo("serial");
        assertThat(hub.post(Hub.OBJECTS + "machine", "{'properties':{'serial':'a-1'}}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void refuseToNameUnknownProperties() {
        var refused =
                hub.post(SCHEMAS, MACHINE.replace("'requiredProperties':['serial']", "'requiredProperties':['x']"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(hub.get(SCHEMAS).body().path("results")).isEmpty();
        assertThat(hub.get(Hub.OBJECTS + "machine").status()).isEqualTo(400);
    }

    @Test
    void associateAndMergeLikeOtherTypes() {
        hub.post(SCHEMAS, MACHINE);
        var one = hub.create("machine", "{'serial':'A-1'}");
        var two = hub.create("machine", "{'serial':'A-2'}");
        var contact = hub.create("contacts", "{}");

        assertThat(hub.associate("machine", one, "contacts", contact).status()).isEqualTo(200);
        assertThat(hub.associate("machine", one, "companies", hub.create("companies", "{}"))
                        .status())
                .isEqualTo(400);
        var merged = hub.post(
                Hub.OBJECTS + "machine/merge", "{'primaryObjectId':'" + one + "','objectIdToMerge':'" + two + "'}");

        assertThat(merged.status()).isEqualTo(200);
        assertThat(hub.read("contacts", contact, "associations=machine")
                        .at("/associations/p33000033_machine/results/0/id"))
                .isEqualTo(merged.id());
    }

    @Test
    void takeFurtherAssociationsAndLoseThem() {
        hub.post(SCHEMAS, MACHINE);

        var added = hub.post(SCHEMAS + "/machine/associations", "{'toObjectTypeId':'0-2','name':'owner'}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(hub.delete(SCHEMAS + "/machine/associations/" + added.id()).status())
                .isEqualTo(204);

        assertThat(hub.get(Hub.ASSOCIATIONS + "machine/companies/labels").body().path("results"))
                .isEmpty();
    }

    @Test
    void changeLabelsAndGoOnceNoRecordIsLeft() {
        hub.post(SCHEMAS, MACHINE);
        var machine = hub.create("machine", "{'serial':'A-1'}");

        assertThat(hub.patch(SCHEMAS + "/machine", "{'labels':{'singular':'Engine'}}")
                        .at("/labels/singular"))
                .isEqualTo("Engine");
        assertThat(hub.delete(SCHEMAS + "/machine").status()).isEqualTo(400);
        assertThat(hub.delete("/crm/properties/2026-09/machine/serial").at("/subCategory"))
                .isEqualTo("PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE");
        hub.delete(Hub.OBJECTS + "machine/" + machine);
        assertThat(hub.delete(SCHEMAS + "/machine").status()).isEqualTo(204);
        assertThat(hub.get(SCHEMAS + "/machine").status()).isEqualTo(404);
    }

    @Test
    void tellTheirEventsGenerically() {
        var told = Hub.with(Hub.subscribed(Subscription.to("object.creation", "p33000033_machine"))
                .settings
                .withCrm(CrmLimits.enterprise()));
        told.post(SCHEMAS, MACHINE);

        told.create("machine", "{'serial':'A-1'}");

        assertThat(told.events().getFirst().path("objectTypeId").asText()).startsWith("2-");
    }
}
