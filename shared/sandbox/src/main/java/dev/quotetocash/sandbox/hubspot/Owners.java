package dev.quotetocash.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.time.Instant;
import java.util.List;

/// The account's one owner. `id`, not `userId`, is what `hubspot_owner_id` holds (section 7).
final class Owners {

    static final String ID = "77001";
    static final long USER_ID = 4711;
    private static final String EMAIL = "sam.seller@example.com";

    private final Instant createdAt;

    Owners(Instant createdAt) {
        this.createdAt = createdAt;
    }

    SimResponse list(Call call) {
        var wanted = call.query("email").map(EMAIL::equalsIgnoreCase).orElse(true);
        var body = Json.object();
        body.set("results", Json.list(wanted ? List.of(owner()) : List.of()));
        return call.json(200, body);
    }

    SimResponse one(Call call) {
        var byUser = call.query("idProperty").filter("userId"::equals).isPresent();
        if (!call.param("id").equals(byUser ? Long.toString(USER_ID) : ID))
            throw Problem.notFound("Owner " + call.param("id") + " not found").refused();
        return call.json(200, owner());
    }

    private ObjectNode owner() {
        var node = Json.object().put("id", ID).put("email", EMAIL).put("type", "PERSON");
        node.put("firstName", "Sam").put("lastName", "Seller").put("userId", USER_ID);
        node.put("createdAt", Times.format(createdAt)).put("updatedAt", Times.format(createdAt));
        node.put("archived", false);
        node.putArray("teams");
        return node;
    }
}
