package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The filter grammar of reference section 1.5, by recursive descent: `or` of `and` of comparisons or
/// parentheses. Every operand becomes a function from a record's [Members] to a [Value]
/// of a kind that is known beforehand, so that a clash of kinds is refused whether or not there are records.
final class Where {

    private record Operand(Value.Kind kind, Function<Members, Value> value) {

        Value of(Members record) {
            return value.apply(record);
        }
    }

    private final List<WhereTokens.Token> tokens;
    private final Set<String> fields;
    private int next;

    private Where(List<WhereTokens.Token> tokens, Set<String> fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /// `fields` are the members that the records may have; any other name is refused.
    static Predicate<Members> parse(String filter, Set<String> fields) {
        var where = new Where(WhereTokens.of(filter), fields);
        var condition = where.either();
        if (where.peek().kind() != WhereTokens.Kind.END) throw where.unexpected();
        return condition;
    }

    private Predicate<Members> either() {
        var condition = both();
        while (accept("OR", "||")) condition = condition.or(both());
        return condition;
    }

    private Predicate<Members> both() {
        var condition = single();
        while (accept("AND", "&&")) condition = condition.and(single());
        return condition;
    }

    private Predicate<Members> single() {
        if (accept("(")) {
            var condition = either();
            expect(")");
            return condition;
        }
        var left = operand();
        if (accept("==", "=")) return comparison(left, sign -> sign == 0);
        if (accept("!=")) return comparison(left, sign -> sign != 0);
        if (accept("<")) return order(left, sign -> sign < 0);
        if (accept("<=")) return order(left, sign -> sign <= 0);
        if (accept(">")) return order(left, sign -> sign > 0);
        if (accept(">=")) return order(left, sign -> sign >= 0);
        if (!left.kind().fits(Value.Kind.FLAG)) throw new QueryRefused("Expression of type 'Boolean' expected");
        return record -> left.of(record) instanceof Value.Flag(var set) && set;
    }

    private Predicate<Members> comparison(Operand left, Predicate<Integer> sign) {
        var right = comparable(left);
        return record -> sign.test(Value.compare(left.of(record), right.of(record)));
    }

    /// Nothing is neither smaller nor greater than anything.
    private Predicate<Members> order(Operand left, Predicate<Integer> sign) {
        var right = comparable(left);
        return record -> {
            var one = left.of(record);
            var other = right.of(record);
            var known = !(one instanceof Value.Nothing) && !(other instanceof Value.Nothing);
            return known && sign.test(Value.compare(one, other));
        };
    }

    private Operand comparable(Operand left) {
        var right = operand();
        if (!left.kind().fits(right.kind())) throw QueryRefused.incompatible(left.kind(), right.kind());
        return right;
    }

    private Operand operand() {
        var token = take();
        return switch (token.kind()) {
            case TEXT -> functions(constant(new Value.Text(token.text())));
            case NUMBER -> constant(new Value.Amount(new BigDecimal(token.text())));
            case NAME -> named(token.text());
            case SIGN, END -> throw unexpected();
        };
    }

    private Operand named(String name) {
        return switch (name) {
            case "true", "false" -> constant(new Value.Flag(name.equals("true")));
            case "null" -> constant(new Value.Nothing());
            case "Guid" -> constant(guid());
            case "DateTime" -> constant(dateTime());
            default -> field(name);
        };
    }

    /// A path, whose last name is a function when a parenthesis follows.
    private Operand field(String name) {
        if (!peek().is("(")) return path(name);
        var dot = name.lastIndexOf('.');
        if (dot < 0) throw unexpected();
        return functions(function(path(name.substring(0, dot)), name.substring(dot + 1)));
    }

    private Operand path(String name) {
        var first = name.split("\\.", -1)[0];
        if (!fields.contains(first)) throw new QueryRefused("No property or field '" + first + "' exists");
        return new Operand(Value.Kind.ofMember(name), record -> record.at(name));
    }

    private Operand functions(Operand operand) {
        var result = operand;
        while (accept(".")) result = function(result, take().text());
        return result;
    }

    private Operand function(Operand operand, String name) {
        if (!operand.kind().fits(Value.Kind.TEXT)) throw new QueryRefused("No applicable method '" + name + "' exists");
        if (name.equals("ToLower")) {
            expect("(");
            expect(")");
            return operand;
        }
        var sought = new Value.Text(onlyText()).folded();
        return switch (name) {
            case "Contains" -> test(operand, text -> text.contains(sought));
            case "StartsWith" -> test(operand, text -> text.startsWith(sought));
            case "EndsWith" -> test(operand, text -> text.endsWith(sought));
            default -> throw new QueryRefused("No applicable method '" + name + "' exists");
        };
    }

    private static Operand test(Operand operand, Predicate<String> test) {
        return new Operand(
                Value.Kind.FLAG,
                record -> new Value.Flag(operand.of(record) instanceof Value.Text text && test.test(text.folded())));
    }

    private String onlyText() {
        expect("(");
        var token = take();
        if (token.kind() != WhereTokens.Kind.TEXT) throw unexpected();
        expect(")");
        return token.text();
    }

    private Value guid() {
        var text = onlyText();
        if (Sent.guidOf(text).isEmpty()) throw new QueryRefused("'" + text + "' is not a Guid");
        return new Value.Text(text);
    }

    private Value dateTime() {
        var parts = new ArrayList<Integer>();
        expect("(");
        do {
            var token = take();
            if (token.kind() != WhereTokens.Kind.NUMBER) throw unexpected();
            if (!token.text().matches("\\d{1,4}")) throw unexpected();
            parts.add(Integer.parseInt(token.text()));
        } while (accept(","));
        expect(")");
        if (parts.size() != 3 && parts.size() != 6) throw unexpected();
        while (parts.size() < 6) parts.add(0);
        try {
            var at = LocalDateTime.of(
                    parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
            return new Value.Moment(at.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException impossibleDate) {
            throw new QueryRefused("DateTime" + parts + " is not a date");
        }
    }

    private static Operand constant(Value value) {
        return new Operand(value.kind(), _ -> value);
    }

    private WhereTokens.Token peek() {
        return tokens.get(next);
    }

    private WhereTokens.Token take() {
        var token = peek();
        if (token.kind() != WhereTokens.Kind.END) next++;
        return token;
    }

    private boolean accept(String... spellings) {
        if (!peek().is(spellings)) return false;
        next++;
        return true;
    }

    private void expect(String spelling) {
        if (!accept(spelling)) throw unexpected();
    }

    private QueryRefused unexpected() {
        return new QueryRefused("Syntax error in where at '" + peek().text() + "'");
    }
}
