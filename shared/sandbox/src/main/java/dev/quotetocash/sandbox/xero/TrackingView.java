package dev.quotetocash.sandbox.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A tracking category and its options as Xero shows them.
final class TrackingView {

    private TrackingView() {}

    static ObjectNode category(TrackingCategory category) {
        var view = Json.object()
                .put("Name", category.name())
                .put("Status", category.status().name())
                .put("TrackingCategoryID", category.id().toString());
        view.set(
                "Options",
                Json.array(category.options().stream().map(TrackingView::option).toList()));
        return view;
    }

    static ObjectNode option(TrackingCategory.Choice option) {
        var status = option.status();
        return Json.object()
                .put("TrackingOptionID", option.id().toString())
                .put("Name", option.name())
                .put("Status", status.name())
                .put("HasValidationErrors", false)
                .put("IsDeleted", status == TrackingCategory.Status.DELETED)
                .put("IsArchived", status == TrackingCategory.Status.ARCHIVED)
                .put("IsActive", status == TrackingCategory.Status.ACTIVE);
    }
}
