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
        view.set("PurchaseDetails", item.purchases().map(this::details).orElseGet(Json::object));
        view.set("SalesDetails", item.sales().map(this::details).orElseGet(Json::object));
        view.put("Name", item.name());
        return view.put("IsTrackedAsInventory", false)
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
}
