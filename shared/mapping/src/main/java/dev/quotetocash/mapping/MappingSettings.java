package dev.quotetocash.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The operator's rules for this slice. `taxTypes` leads from HubSpot's tax rate id to Xero's tax type; a line
/// without a tax rate gets `defaultTaxType`. An empty `pipelines` means every pipeline.
public record MappingSettings(
        String accountCode,
        String defaultTaxType,
        Map<String, String> taxTypes,
        int paymentTermsDays,
        InvoiceStatus createAs,
        LineAmounts lineAmounts,
        Set<String> pipelines) {

    /// Raised with every change of the rules in code that makes an agreed baseline worth another look.
    private static final String RULES_VERSION = "1";

    public String hash() {
        return Hashes.of(
                RULES_VERSION,
                accountCode,
                defaultTaxType,
                new TreeMap<>(taxTypes).toString(),
                createAs.name(),
                lineAmounts.name());
    }

    public boolean covers(String pipeline) {
        return pipelines.isEmpty() || pipelines.contains(pipeline);
    }
}
