package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

/// Creating and updating items; a POST finds its item by ItemID or Code.
final class ItemWrites {

    private ItemWrites() {}

    static Outcome create(Call call, ObjectNode node) {
        return save(call, call.sent(node), Optional.empty());
    }

    static Outcome upsert(Call call, ObjectNode node) {
        var sent = call.sent(node);
        var id = sent.guid("ItemID");
        if (id.isPresent()) return update(call, node, id.get());
        return save(call, sent, sent.filled("Code").flatMap(call.books()::itemCoded));
    }

    static Outcome update(Call call, ObjectNode node, UUID id) {
        var known = call.books().items.get(id);
        return known == null ? new Outcome.Missing() : save(call, call.sent(node), Optional.of(known));
    }

    private static Outcome save(Call call, Sent sent, Optional<Item> known) {
        var item = new Item(
                known.map(Item::id).orElseGet(call.draws()::guid),
                sent.filled("Code").or(() -> known.map(Item::code)).orElse(""),
                sent.text("Name").or(() -> known.map(Item::name)).orElse(""),
                sent.text("Description").or(() -> known.map(Item::description)).orElse(""),
                sent.text("PurchaseDescription")
                        .or(() -> known.map(Item::purchaseDescription))
                        .orElse(""),
                details(call, sent, "SalesDetails", known.flatMap(Item::sales)),
                details(call, sent, "PurchaseDetails", known.flatMap(Item::purchases)),
                known.flatMap(Item::stock).or(() -> stock(sent)),
                call.now());
        check(call, sent, item);
        if (!sent.problems().isEmpty()) {
            var id = known.map(Item::id).orElse(new UUID(0, 0));
            return new Outcome.Refused(sent.node().deepCopy().put("ItemID", id.toString()), sent.problems());
        }
        call.books().items.put(item.id(), item);
        return new Outcome.Saved(new ItemView(call.unitScale()).full(item));
    }

    private static Optional<Item.Details> details(Call call, Sent sent, String name, Optional<Item.Details> known) {
        return sent.object(name)
                .map(details -> new Item.Details(
                        details.decimal("UnitPrice")
                                .map(price -> price.setScale(call.unitScale(), RoundingMode.HALF_UP))
                                .or(() -> known.flatMap(Item.Details::unitPrice)),
                        details.text("AccountCode")
                                .or(() -> known.map(Item.Details::accountCode))
                                .orElse(""),
                        details.text("TaxType")
                                .or(() -> known.map(Item.Details::taxType))
                                .orElse("")))
                .or(() -> known);
    }

    /// An item is tracked once its inventory asset account and its cost account were sent; that stays so.
    private static Optional<Item.Stock> stock(Sent sent) {
        var cost = sent.object("PurchaseDetails").flatMap(details -> details.filled("COGSAccountCode"));
        return sent.filled("InventoryAssetAccountCode")
                .flatMap(asset -> cost.map(code -> new Item.Stock(asset, code, BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    private static void check(Call call, Sent sent, Item item) {
        if (item.code().isEmpty()) sent.refuse("Price List Item Code must be specified");
        sent.refuse(FieldLimits.check("Code", item.code(), FieldLimits.ITEM_CODE));
        sent.refuse(FieldLimits.check("Name", item.name(), FieldLimits.ITEM_NAME));
        sent.refuse(FieldLimits.check("Description", item.description(), FieldLimits.DESCRIPTION));
        sent.refuse(FieldLimits.check("PurchaseDescription", item.purchaseDescription(), FieldLimits.DESCRIPTION));
        var taken =
                call.books().itemCoded(item.code()).filter(other -> !other.id().equals(item.id()));
        if (taken.isPresent()) sent.refuse("Price List Item with Code '" + item.code() + "' already exists");
        checkAccount(call, sent, item.sales());
        checkAccount(call, sent, item.purchases());
        item.stock().ifPresent(stock -> checkStock(call, sent, stock));
    }

    private static void checkStock(Call call, Sent sent, Item.Stock stock) {
        var asset = call.books().accountCoded(stock.assetAccount());
        if (asset.filter(account -> account.type().equals("INVENTORY")).isEmpty()) {
            sent.refuse("The InventoryAssetAccountCode must be of an account of type INVENTORY.");
        }
        if (call.books().accountCoded(stock.costAccount()).isEmpty()) {
            sent.refuse(InvoiceTexts.noAccount(stock.costAccount()));
        }
    }

    private static void checkAccount(Call call, Sent sent, Optional<Item.Details> details) {
        details.map(Item.Details::accountCode)
                .filter(code -> !code.isEmpty())
                .filter(code -> call.books().accountCoded(code).isEmpty())
                .ifPresent(code -> sent.refuse(InvoiceTexts.noAccount(code)));
    }
}
