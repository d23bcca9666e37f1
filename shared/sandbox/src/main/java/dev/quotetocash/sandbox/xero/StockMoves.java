package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What approved documents put into the stock of tracked items and take out of it (reference section 7.3).
/// Purchases bring their cost, everything else moves at average cost.
final class StockMoves {

    private static final int COST_SCALE = 4;

    /// `quantity` is negative when taken out; `cost` is there for purchases only.
    record Move(BigDecimal quantity, Optional<BigDecimal> cost) {

        Move plus(Move other) {
            var sum = cost.flatMap(mine -> other.cost.map(mine::add));
            return new Move(quantity.add(other.quantity), sum);
        }

        Move back() {
            return new Move(quantity.negate(), cost.map(BigDecimal::negate));
        }
    }

    private StockMoves() {}

    static Map<String, Move> of(Optional<Invoice> invoice) {
        return invoice.filter(found -> InvoiceStates.approved(found.status()))
                .map(found -> of(found.lines(), found.head().kind(), found.receivable(), false))
                .orElse(Map.of());
    }

    /// A credit note brings back what an invoice took out.
    static Map<String, Move> ofCredit(Optional<Credit> credit) {
        return credit.filter(found -> InvoiceStates.approved(found.status()))
                .map(found -> of(
                        found.lines(), found.head().kind(), found.head().type().sells(), true))
                .orElse(Map.of());
    }

    /// Moves the stock from what a document said `before` to what it says `after`. Negative stock is refused
    /// unless `allowBackorders=true`.
    static void follow(Call call, Sent sent, Map<String, Move> before, Map<String, Move> after) {
        var moves = new LinkedHashMap<>(after);
        before.forEach((code, move) -> moves.merge(code, move.back(), Move::plus));
        moves.forEach((code, move) -> call.books()
                .itemCoded(code)
                .ifPresent(item -> item.stock().ifPresent(stock -> move(call, sent, item, stock, move))));
    }

    private static void move(Call call, Sent sent, Item item, Item.Stock stock, Move move) {
        var quantity = stock.quantity().add(move.quantity());
        if (quantity.signum() < 0 && move.quantity().signum() < 0 && !call.asks("allowBackorders")) {
            sent.refuse(InvoiceTexts.noStock(item.code()));
        }
        var cost = stock.cost().add(move.cost().orElseGet(() -> average(stock).multiply(move.quantity())));
        var moved = new Item.Stock(
                stock.assetAccount(), stock.costAccount(), quantity, cost.setScale(2, RoundingMode.HALF_UP));
        call.books().items.put(item.id(), item.withStock(moved));
    }

    private static BigDecimal average(Item.Stock stock) {
        return stock.quantity().signum() == 0
                ? BigDecimal.ZERO
                : stock.cost().divide(stock.quantity(), COST_SCALE, RoundingMode.HALF_UP);
    }

    private static Map<String, Move> of(List<Line> lines, Amounts.Kind kind, boolean sells, boolean credit) {
        var moves = new LinkedHashMap<String, Move>();
        for (var line : lines) {
            if (line.itemCode().isEmpty() || line.quantity().isEmpty()) continue;
            var net = kind == Amounts.Kind.INCLUSIVE ? line.lineAmount().subtract(line.taxAmount()) : line.lineAmount();
            var bought = new Move(line.quantity().get(), sells ? Optional.empty() : Optional.of(net));
            moves.merge(line.itemCode(), sells == credit ? bought : bought.back(), Move::plus);
        }
        return moves;
    }
}
