package dev.quotetocash.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeFamilyTest {

    @Test
    void takesContactsForNotesAndTasks() {
        assertThat(family("0-46", "notes").records("write")).containsExactly("crm.objects.contacts.write");
        assertThat(family("0-27", "tasks").records("read")).containsExactly("crm.objects.contacts.read");
        assertThat(family("0-27", "tasks").properties(false)).containsExactly("crm.schemas.contacts.write");
    }

    @Test
    void takesLineItemsForDiscountsFeesAndTaxes() {
        var expected = family("0-8", "line_items").records("read");

        assertThat(expected).containsExactly("crm.objects.line_items.read", "e-commerce");
        assertThat(family("0-84", "discounts").records("read")).isEqualTo(expected);
        assertThat(family("0-85", "fees").records("read")).isEqualTo(expected);
        assertThat(family("0-86", "taxes").records("read")).isEqualTo(expected);
    }

    @Test
    void acceptsTheUmbrellaForProductsAndQuotesButNotForInvoices() {
        assertThat(family("0-7", "products").records("write"))
                .containsExactly("crm.objects.products.write", "e-commerce");
        assertThat(family("0-14", "quotes").records("write")).containsExactly("crm.objects.quotes.write", "e-commerce");
        assertThat(family("0-53", "invoices").records("write")).containsExactly("crm.objects.invoices.write");
        assertThat(family("0-101", "commerce_payments").records("read"))
                .containsExactly("crm.objects.commercepayments.read");
    }

    @Test
    void wantsTheSchemaScopeToWritePropertiesButTheUmbrellaForTheCatalogue() {
        assertThat(family("0-53", "invoices").properties(false)).containsExactly("crm.schemas.invoices.write");
        assertThat(family("0-14", "quotes").properties(false)).containsExactly("crm.schemas.quotes.write");
        assertThat(family("0-101", "commerce_payments").properties(false))
                .containsExactly("crm.schemas.commercepayments.write");
        assertThat(family("0-7", "products").properties(false)).containsExactly("e-commerce");
        assertThat(family("0-8", "line_items").properties(false)).containsExactly("e-commerce");
    }

    @Test
    void readsPropertiesAndPipelinesByEitherScope() {
        assertThat(family("0-3", "deals").properties(true))
                .containsExactly("crm.objects.deals.read", "crm.schemas.deals.read");
        assertThat(family("0-3", "deals").pipelines(true))
                .containsExactly("crm.objects.deals.read", "crm.schemas.deals.read");
    }

    @Test
    void takesCustomForEveryCustomObject() {
        assertThat(family("2-3456789", "p33000033_kites").records("read")).containsExactly("crm.objects.custom.read");
        assertThat(family("2-3456789", "p33000033_kites").properties(false))
                .containsExactly("crm.schemas.custom.write");
    }

    private static ScopeFamily family(String typeId, String plural) {
        return ScopeFamily.of(typeId, plural);
    }
}
