package dev.quotetocash.sandbox.truth;

import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext.Pointers;
import io.swagger.v3.oas.models.parameters.Parameter;

/// One thing that the vendor's document does not foresee. `rule` is the validator's name of what was broken,
/// `at` a parameter's name, or a JSON pointer into the body whose indexes are written `*`.
record Finding(String endpoint, int status, String rule, String at, String message) {

    private static final int MESSAGE_MAX = 200;

    static Finding of(String endpoint, int status, Message message) {
        var at = message.getContext()
                .flatMap(MessageContext::getPointers)
                .map(Pointers::getInstance)
                .filter(pointer -> !pointer.isEmpty())
                .or(() -> message.getContext()
                        .flatMap(MessageContext::getParameter)
                        .map(Parameter::getName))
                .orElse("/");
        return new Finding(
                endpoint,
                status,
                message.getKey().replaceFirst("^validation\\.", ""),
                at.replaceAll("/\\d+(?=/|$)", "/*"),
                message.getMessage());
    }

    /// Endpoint, status, rule, place and message in one line, as the deviations' patterns see them.
    String line() {
        var said = message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) + ".." : message;
        return endpoint + " " + status + " " + rule + " " + at + " " + said;
    }
}
