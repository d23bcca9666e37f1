package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;

/// An item as Xero shows it; its stamp lacks the offset (observed).
record ItemView(int unitScale) {

    ObjectNode full(Item item) {
        var view = Json.object().put("ItemID", item.id().toString()).put("Code", item.code());
        view.put("Description", item.description());
        if (!item.purchaseDescription().isEmpty()) view.put("PurchaseDescription", item.purchaseDescription());
        view.put("UpdatedDateUTC", Dates.bareMoment(item.updatedAt()));
        var purchases = item.purchases().map(this::details).orElseGet(Json::object);
        item.stock().ifPresent(stock -> purchases.put("COGSAccountCode", stock.costAccount()));
        view.set("PurchaseDetails", purchases);
        view.set("SalesDetails", item.sales().map(this::details).orElseGet(Json::object));
        view.put("Name", item.name());
        item.stock().ifPresent(stock -> stock(view, stock));
        return view.put("IsTrackedAsInventory", item.stock().isPresent())
                .put("IsSold", item.sales().isPresent())
                .put("IsPurchased", item.purchases().isPresent());
    }

    private ObjectNode details(Item.Details details) {
        var view = Json.object();
        details.unitPrice()
                .ifPresent(
                        price -> view.set("UnitPrice", Json.number(price.setScale(unitScale, RoundingMode.HALF_UP))));
        if (!details.accountCode().isEmpty()) view.put("AccountCode", details.accountCode());
        if (!details.taxType().isEmpty()) view.put("TaxType", details.taxType());
        return view;
    }

    private static void stock(ObjectNode view, Item.Stock stock) {
        view.put("InventoryAssetAccountCode", stock.assetAccount());
        view.set("QuantityOnHand", Json.number(stock.quantity()));
        view.set("TotalCostPool", Json.number(stock.cost()));
    }
}
