package dev.quotetocash.sandbox.xero;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads the lines of a document and computes their amounts. A line with a known LineItemID keeps what was not
/// sent; any other is new; one left out is gone.
final class InvoiceLines {

    private static final BigDecimal LARGEST = new BigDecimal("9999999999.99");
    private static final int QUANTITY_SCALE = 4;

    private final Call call;
    private final Invoice.Type type;
    private final Amounts.Kind kind;
    private final int scale;
    private final int unitScale;
    private final boolean approved;

    InvoiceLines(Call call, Invoice.Type type, Amounts.Kind kind, String currency, boolean approved) {
        this(call, type, kind, currency, approved, call.unitScale());
    }

    private InvoiceLines(
            Call call, Invoice.Type type, Amounts.Kind kind, String currency, boolean approved, int unitScale) {
        this.scale = Amounts.scale(currency, call.switches());
        this.call = call;
        this.type = type;
        this.kind = kind;
        this.approved = approved;
        this.unitScale = unitScale;
    }

    static InvoiceLines ofQuote(Call call, Amounts.Kind kind, String currency) {
        return new InvoiceLines(call, Invoice.Type.ACCREC, kind, currency, false, call.quoteUnitScale());
    }

    /// `known` are the lines the document has, computed in the mode `before`.
    List<Line> read(Sent invoice, List<Line> known, Amounts.Kind before) {
        return read(invoice, known, before == kind);
    }

    /// `sameKind` tells whether the amounts of the known lines still count.
    List<Line> read(Sent invoice, List<Line> known, boolean sameKind) {
        var kept = sameKind ? known : known.stream().map(this::recomputed).toList();
        var lines = invoice.has("LineItems") ? lines(invoice.list("LineItems"), kept) : kept;
        lines.forEach(line -> check(invoice, line));
        if (approved && lines.isEmpty()) invoice.refuse("One or more line items must be specified");
        if (lines.stream()
                        .map(Line::lineAmount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                < 0) {
            invoice.refuse("The document total cannot be negative.");
        }
        return lines;
    }

    /// A LineItemID stands for its line once; repeated, it is as unknown as any other.
    private List<Line> lines(List<Sent> all, List<Line> known) {
        var left = new ArrayList<>(known);
        var lines = new ArrayList<Line>();
        for (var sent : all) {
            var counterpart = counterpart(sent, left);
            counterpart.ifPresent(left::remove);
            lines.add(line(sent, counterpart));
        }
        return List.copyOf(lines);
    }

    private static Optional<Line> counterpart(Sent sent, List<Line> known) {
        var id = sent.guid("LineItemID");
        return known.stream()
                .filter(line -> id.filter(line.id()::equals).isPresent())
                .findFirst();
    }

    /// What was sent, else what the known line has, which an empty text clears.
    private static Optional<String> text(Sent sent, String name, Optional<Line> known, Function<Line, String> of) {
        return sent.filled(name).or(() -> known.map(line -> sent.has(name) ? "" : of.apply(line)));
    }

    private Line line(Sent sent, Optional<Line> known) {
        var itemCode = text(sent, "ItemCode", known, Line::itemCode).orElse("");
        var item = itemCode.isEmpty() ? Optional.<Item>empty() : call.books().itemCoded(itemCode);
        if (!itemCode.isEmpty() && item.isEmpty()) sent.refuse("Item code '" + itemCode + "' is not valid");
        var details = item.flatMap(found -> type == Invoice.Type.ACCREC ? found.sales() : found.purchases());
        var unitAmount = sent.decimal("UnitAmount")
                .map(sentAmount -> sentAmount.setScale(unitScale, RoundingMode.HALF_UP))
                .or(() -> known.flatMap(Line::unitAmount))
                .or(() -> details.flatMap(Item.Details::unitPrice)
                        .map(price -> price.setScale(unitScale, RoundingMode.HALF_UP)));
        var quantity = sent.decimal("Quantity")
                .map(amount -> amount.setScale(QUANTITY_SCALE, RoundingMode.HALF_UP))
                .or(() -> known.flatMap(Line::quantity))
                .or(() -> unitAmount.map(_ -> BigDecimal.ONE));
        var account = accountCode(sent, known, details, item);
        var line = new Line(
                known.map(Line::id).orElseGet(call.draws()::guid),
                itemCode,
                description(sent, known, item),
                quantity,
                unitAmount,
                account,
                taxType(sent, known, account),
                discount(sent, "DiscountRate", known.map(Line::discountRate)),
                discount(sent, "DiscountAmount", known.map(Line::discountAmount)),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                sent.has("Tracking")
                        ? Trackings.chosen(call, sent)
                        : known.map(Line::tracking).orElse(List.of()));
        var computed = amounts(sent, line, known);
        checkTaxAmount(sent, computed);
        return computed;
    }

    private String description(Sent sent, Optional<Line> known, Optional<Item> item) {
        return text(sent, "Description", known, Line::description)
                .or(() -> item.map(Item::description).filter(text -> !text.isEmpty()))
                .or(() -> item.map(Item::name))
                .orElse("");
    }

    /// Purchases of a tracked item go to its inventory account.
    private String accountCode(Sent sent, Optional<Line> known, Optional<Item.Details> details, Optional<Item> item) {
        return sent.filled("AccountCode")
                .or(() -> sent.guid("AccountID").flatMap(call.books()::account).map(Account::code))
                .or(() -> text(sent, "AccountCode", known, Line::accountCode))
                .or(() -> item.filter(_ -> type == Invoice.Type.ACCPAY)
                        .flatMap(Item::stock)
                        .map(Item.Stock::assetAccount))
                .or(() -> details.map(Item.Details::accountCode).filter(_ -> call.is(Unconfirmed.ITEM_FILLS_ACCOUNT)))
                .orElse("");
    }

    private String untaxed() {
        return RegionalTaxes.none(call.settings().organisation().region());
    }

    /// A known line keeps its own, whatever its account becomes (reference section 7.3). Without one, the
    /// account's default counts.
    private String taxType(Sent sent, Optional<Line> known, String account) {
        if (kind == Amounts.Kind.NOTAX) return untaxed();
        var kept = known.filter(_ -> !sent.has("TaxType")).map(Line::taxType).filter(type -> !type.isEmpty());
        return sent.filled("TaxType")
                .or(() -> kept)
                .or(() -> call.books().accountCoded(account).map(Account::taxType))
                .orElse("");
    }

    private static BigDecimal discount(Sent sent, String name, Optional<BigDecimal> known) {
        return sent.decimal(name).or(() -> known).orElse(BigDecimal.ZERO);
    }

    private Line recomputed(Line line) {
        var taxType = kind == Amounts.Kind.NOTAX ? untaxed() : line.taxType();
        return priced(line, taxType, line.lineAmount(), tax(taxType, line.lineAmount()));
    }

    /// A tax amount that was sent overrides the computed one, and stays as long as no other amount is sent.
    private Line amounts(Sent sent, Line line, Optional<Line> known) {
        var lineAmount = line.unitAmount()
                .flatMap(unit -> line.quantity()
                        .map(quantity ->
                                Amounts.lineAmount(quantity, unit, line.discountRate(), line.discountAmount(), scale)))
                .orElse(BigDecimal.ZERO.setScale(2));
        var untouched = known.filter(before -> before.taxType().equals(line.taxType()))
                .filter(before -> before.lineAmount().compareTo(lineAmount) == 0)
                .map(Line::taxAmount);
        var taxAmount = sent.decimal("TaxAmount")
                .map(amount -> amount.setScale(scale, RoundingMode.HALF_UP))
                .filter(_ -> kind != Amounts.Kind.NOTAX)
                .or(() -> untouched)
                .orElseGet(() -> tax(line.taxType(), lineAmount));
        return priced(line, line.taxType(), lineAmount, taxAmount);
    }

    private BigDecimal tax(String taxType, BigDecimal lineAmount) {
        var percent = call.books().taxRate(taxType).map(TaxRate::percent).orElse(BigDecimal.ZERO);
        return Amounts.tax(kind, lineAmount, percent, call.switches().taxRounding(), scale);
    }

    private static Line priced(Line line, String taxType, BigDecimal lineAmount, BigDecimal taxAmount) {
        return new Line(
                line.id(),
                line.itemCode(),
                line.description(),
                line.quantity(),
                line.unitAmount(),
                line.accountCode(),
                taxType,
                line.discountRate(),
                line.discountAmount(),
                lineAmount,
                taxAmount,
                line.tracking());
    }

    private void check(Sent sent, Line line) {
        sent.refuse(FieldLimits.check("Description", line.description(), FieldLimits.DESCRIPTION));
        if (line.lineAmount().abs().compareTo(LARGEST) > 0) sent.refuse("LineAmount must not exceed 9,999,999,999.99.");
        if (line.discounted() && type == Invoice.Type.ACCPAY) {
            sent.refuse("Discounts can be given on ACCREC invoices only.");
        }
        if (line.discountRate().signum() < 0 || line.discountRate().compareTo(BigDecimal.valueOf(100)) > 0) {
            sent.refuse("DiscountRate must be from 0 to 100.");
        }
        checkApproved(sent, line);
        checkAccount(sent, line);
    }

    private static void checkTaxAmount(Sent sent, Line line) {
        sent.decimal("TaxAmount")
                .filter(tax -> tax.compareTo(line.unitAmount().orElse(BigDecimal.ZERO)) > 0)
                .ifPresent(_ -> sent.refuse(InvoiceTexts.TAX_AMOUNT));
    }

    private void checkApproved(Sent sent, Line line) {
        if (!approved) return;
        if (line.description().isEmpty()) sent.refuse("Description is required");
        if (line.unitAmount().isPresent() && line.accountCode().isEmpty()) {
            sent.refuse("Account code or ID must be specified");
        }
    }

    private void checkAccount(Sent sent, Line line) {
        if (line.accountCode().isEmpty()) {
            if (!line.taxType().isEmpty()
                    && call.books().taxRate(line.taxType()).isEmpty()) {
                sent.refuse(InvoiceTexts.taxType(line.taxType(), ""));
            }
            return;
        }
        var account = call.books().accountCoded(line.accountCode()).filter(Account::active);
        if (account.isEmpty()) {
            sent.refuse(InvoiceTexts.noAccount(line.accountCode()));
            return;
        }
        if (!account.get().fitsLines()) {
            sent.refuse("Account code '" + line.accountCode() + "' is not a valid code for this document.");
        }
        var fits = call.books()
                .taxRate(line.taxType())
                .filter(rate -> rate.appliesTo().contains(account.get().side()));
        if (fits.isEmpty()) sent.refuse(InvoiceTexts.taxType(line.taxType(), line.accountCode()));
    }
}
