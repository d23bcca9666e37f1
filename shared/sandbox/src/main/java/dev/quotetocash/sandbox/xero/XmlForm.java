package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.JsonNode;

/// A plain XML rendering of a reply: what a caller gets who forgets to accept JSON.
final class XmlForm {

    private XmlForm() {}

    static String of(String root, JsonNode content) {
        var xml = new StringBuilder();
        write(root, content, xml);
        return xml.toString();
    }

    private static void write(String name, JsonNode node, StringBuilder xml) {
        xml.append('<').append(name).append('>');
        if (node.isObject()) {
            node.propertyStream().forEach(member -> write(member.getKey(), member.getValue(), xml));
        } else if (node.isArray()) {
            node.forEach(element -> write(singular(name), element, xml));
        } else {
            xml.append(escaped(node.asText()));
        }
        xml.append("</").append(name).append('>');
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) return plural.substring(0, plural.length() - 3) + "y";
        if (plural.endsWith("sses")) return plural.substring(0, plural.length() - 2);
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
