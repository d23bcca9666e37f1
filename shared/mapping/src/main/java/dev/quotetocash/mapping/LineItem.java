package dev.quotetocash.mapping;

import dev.quotetocash.sync.HubSpotLineItemId;
import java.util.Optional;

/// A deal's line item as HubSpot stores it: every value a text that a person may have typed. [InvoiceMapping]
/// checks them.
public record LineItem(
        HubSpotLineItemId id,
        Optional<String> name,
        Optional<String> description,
        Optional<String> quantity,
        Optional<String> price,
        Optional<String> discountPerUnit,
        Optional<String> discountPercent,
        Optional<String> taxRateGroup,
        Optional<String> currency) {}
