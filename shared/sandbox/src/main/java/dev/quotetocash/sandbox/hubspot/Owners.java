package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.List;

/// The account's owners. `id`, not `userId`, is what `hubspot_owner_id` holds (section 7). One has left: archived
/// owners keep their id and have no `userId` any more.
final class Owners {

    static final String ID = "77001";
    static final long USER_ID = 4711;
    static final String EMAIL = "sam.seller@example.com";

    /// The account's domain, as introspection tells it (section 13.1).
    static final String HUB_DOMAIN = "example.com";

    private static final int LIST_USUAL = 100;
    private static final int LIST_MAX = 500;
    private static final List<Owner> ALL = List.of(
            new Owner(ID, USER_ID, EMAIL, "Sam", "Seller", false),
            new Owner("77002", 4712, "robin.renewal@example.com", "Robin", "Renewal", false),
            new Owner("77003", 4713, "lee.leaver@example.com", "Lee", "Leaver", true));

    private final Instant createdAt;

    Owners(Instant createdAt) {
        this.createdAt = createdAt;
    }

    private record Owner(String id, long userId, String email, String firstName, String lastName, boolean archived) {}

    static boolean exists(String id) {
        return ALL.stream().anyMatch(owner -> owner.id().equals(id));
    }

    SimResponse list(Call call) {
        var owners = ALL.stream()
                .filter(owner -> owner.archived() == call.flag("archived"))
                .filter(owner ->
                        call.query("email").map(owner.email()::equalsIgnoreCase).orElse(true))
                .toList();
        var page = Page.of(owners, call.after(), call.limit(LIST_USUAL, LIST_MAX), Owner::id);
        var body = Json.object();
        body.set("results", Json.list(page.items().stream().map(this::format).toList()));
        page.addPaging(body, call);
        return call.json(200, body);
    }

    /// By `id`, or with `idProperty=userId` by the user.
    SimResponse one(Call call) {
        var byUser = call.query("idProperty").filter("userId"::equals).isPresent();
        return ALL.stream()
                .filter(owner -> owner.archived() == call.flag("archived"))
                .filter(owner -> call.param("id").equals(byUser ? Long.toString(owner.userId()) : owner.id()))
                .findFirst()
                .map(owner -> call.json(200, format(owner)))
                .orElseThrow(() -> Problem.notFound("Owner " + call.param("id") + " not found")
                        .refused());
    }

    private ObjectNode format(Owner owner) {
        var node = Json.object().put("id", owner.id()).put("email", owner.email());
        node.put("type", "PERSON").put("firstName", owner.firstName()).put("lastName", owner.lastName());
        if (owner.archived()) node.put("userIdIncludingInactive", owner.userId());
        else node.put("userId", owner.userId());
        node.put("createdAt", Times.format(createdAt)).put("updatedAt", Times.format(createdAt));
        node.put("archived", owner.archived());
        node.putArray("teams");
        return node;
    }
}
