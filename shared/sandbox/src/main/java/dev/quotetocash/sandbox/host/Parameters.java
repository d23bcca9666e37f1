package dev.quotetocash.sandbox.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of a template with their values: what was given, else the default, checked as CloudFormation
/// checks them.
final class Parameters {

    private Parameters() {}

    static Map<String, String> of(Template template, Map<String, String> given) {
        var declared = template.parameters();
        for (var name : given.keySet())
            if (!declared.containsKey(name)) throw new TemplateException("Parameters", "there is no " + name);
        var values = new LinkedHashMap<String, String>();
        declared.forEach((name, declaration) -> {
            var place = "Parameters." + name;
            var value = given.get(name);
            if (value == null) {
                if (!declaration.has("Default")) throw new TemplateException(place, "needs a value");
                value = declaration.path("Default").asText();
            }
            check(declaration, value, place);
            values.put(name, value);
        });
        return values;
    }

    private static void check(JsonNode declaration, String value, String place) {
        var pattern = declaration.path("AllowedPattern").asText("");
        if (!pattern.isEmpty() && !value.matches(pattern))
            throw new TemplateException(place, "'" + value + "' does not match " + pattern);
        var allowed = declaration.path("AllowedValues");
        if (allowed.isArray()
                && allowed.valueStream().noneMatch(one -> one.asText().equals(value)))
            throw new TemplateException(place, "'" + value + "' is none of " + allowed);
        if (declaration.path("Type").asText().equals("Number")) checkNumber(declaration, value, place);
    }

    private static void checkNumber(JsonNode declaration, String value, String place) {
        if (!value.matches("-?[0-9]+(\\.[0-9]+)?")) throw new TemplateException(place, "'" + value + "' is no number");
        var number = new BigDecimal(value);
        var least = declaration.path("MinValue");
        var most = declaration.path("MaxValue");
        if (least.isNumber() && number.compareTo(least.decimalValue()) < 0)
            throw new TemplateException(place, value + " is less than " + least);
        if (most.isNumber() && number.compareTo(most.decimalValue()) > 0)
            throw new TemplateException(place, value + " is more than " + most);
    }
}
