package dev.quotetocash.sandbox.truth;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import dev.quotetocash.sandbox.sim.SimRequest;
import dev.quotetocash.sandbox.sim.SimResponse;
import java.util.LinkedHashSet;
import java.util.List;

/// One published OpenAPI document, which says of a call what it does not foresee: method, path, query, headers
/// and body of the request, status, type and body of the answer. Members that a schema does not list count.
final class Truth {

    private static final LevelResolver STRICT = LevelResolver.create()
            .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
            .build();

    private final OpenApiInteractionValidator validator;

    Truth(String document) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .withLevelResolver(STRICT)
                .build();
    }

    List<Finding> judge(String endpoint, SimRequest request, SimResponse reply) {
        return findings(endpoint, reply.status(), validator.validate(request(request), response(reply)));
    }

    /// A call whose answer nobody saw.
    List<Finding> judge(String endpoint, SimRequest request) {
        return findings(endpoint, 0, validator.validateRequest(request(request)));
    }

    /// `name` as under `webhooks` in the document.
    List<Finding> judgeWebhook(String name, SimRequest request) {
        return findings("webhook " + name, 0, validator.validateWebhookRequest(name, request(request)));
    }

    private static List<Finding> findings(String endpoint, int status, ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> Finding.of(endpoint, status, message))
                .distinct()
                .toList();
    }

    private static Request request(SimRequest request) {
        var built = new SimpleRequest.Builder(request.method(), request.path());
        request.headers().forEach((name, value) -> built.withHeader(name, value));
        var names = new LinkedHashSet<String>();
        for (var pair : request.rawQuery().split("&", -1)) {
            if (!pair.isEmpty()) names.add(pair.split("=", 2)[0]);
        }
        names.forEach(name -> built.withQueryParam(name, request.queries(name)));
        if (request.body().length > 0) built.withBody(request.body());
        return built.build();
    }

    private static Response response(SimResponse reply) {
        var built = SimpleResponse.Builder.status(reply.status());
        reply.headers().forEach((name, value) -> built.withHeader(name, value));
        if (reply.body().length > 0) built.withBody(reply.body());
        return built.build();
    }
}
