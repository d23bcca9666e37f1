package dev.quotetocash.sandbox.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a filter into tokens.
final class WhereTokens {

    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {

        boolean is(String... spellings) {
            if (kind != Kind.SIGN && kind != Kind.NAME) return false;
            for (var spelling : spellings) if (text.equalsIgnoreCase(spelling)) return true;
            return false;
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\"(?<text>(?:[^\"\\\\]|\\\\.)*)\""
            + "|(?<number>-?\\d+(?:\\.\\d+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[=<>().,]))\\s*");

    private WhereTokens() {}

    static List<Token> of(String filter) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(filter);
        var at = 0;
        while (at < filter.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new QueryRefused("Syntax error in '" + filter + "' at index " + at);
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        var text = matcher.group("text");
        if (text != null) return new Token(Kind.TEXT, text.replaceAll("\\\\(.)", "$1"));
        if (matcher.group("number") != null) return new Token(Kind.NUMBER, matcher.group("number"));
        if (matcher.group("name") != null) return new Token(Kind.NAME, matcher.group("name"));
        return new Token(Kind.SIGN, matcher.group("sign"));
    }
}
