package dev.quotetocash.sandbox.hubspot;

import static dev.quotetocash.sandbox.hubspot.ObjectType.COMPANY;
import static dev.quotetocash.sandbox.hubspot.ObjectType.CONTACT;
import static dev.quotetocash.sandbox.hubspot.ObjectType.DEAL;
import static dev.quotetocash.sandbox.hubspot.ObjectType.DISCOUNT;
import static dev.quotetocash.sandbox.hubspot.ObjectType.FEE;
import static dev.quotetocash.sandbox.hubspot.ObjectType.INVOICE;
import static dev.quotetocash.sandbox.hubspot.ObjectType.LINE_ITEM;
import static dev.quotetocash.sandbox.hubspot.ObjectType.NOTE;
import static dev.quotetocash.sandbox.hubspot.ObjectType.PAYMENT;
import static dev.quotetocash.sandbox.hubspot.ObjectType.QUOTE;
import static dev.quotetocash.sandbox.hubspot.ObjectType.QUOTE_TEMPLATE;
import static dev.quotetocash.sandbox.hubspot.ObjectType.TASK;
import static dev.quotetocash.sandbox.hubspot.ObjectType.TAX;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The association types that HubSpot itself defines: the table of section 5.2, in the direction in which links
/// are stored.
final class StandardAssociations {

    static final List<AssociationType> ALL = table();

    private StandardAssociations() {}

    private static List<AssociationType> table() {
        var table = new ArrayList<AssociationType>();
        customers(table);
        deals(table);
        quotes(table);
        invoices(table);
        activities(table);
        return List.copyOf(table);
    }

    private static void customers(List<AssociationType> table) {
        table.add(type(CONTACT, COMPANY, 279, 280, "", "_unlabeled"));
        table.add(type(CONTACT, COMPANY, 1, 2, "Primary", ""));
        table.add(type(CONTACT, COMPANY, 931, 930, "Billing contact", "_billing_contact"));
    }

    private static void deals(List<AssociationType> table) {
        table.add(type(DEAL, CONTACT, 3, 4, "", ""));
        table.add(type(DEAL, LINE_ITEM, 19, 20, "", ""));
        table.add(type(DEAL, COMPANY, 341, 342, "", "_unlabeled"));
        table.add(type(DEAL, COMPANY, 5, 6, "Primary", ""));
        table.add(type(DEAL, INVOICE, 176, 175, "", ""));
        table.add(type(DEAL, PAYMENT, 392, 391, "", ""));
    }

    private static void quotes(List<AssociationType> table) {
        table.add(type(QUOTE, DEAL, 64, 63, "", ""));
        table.add(type(QUOTE, LINE_ITEM, 67, 68, "", ""));
        table.add(type(QUOTE, CONTACT, 69, 70, "", ""));
        table.add(type(QUOTE, CONTACT, 702, 703, "Contact signer", "_signer"));
        table.add(type(QUOTE, CONTACT, 1226, 1227, "Billing contact", "_billing_contact"));
        table.add(type(QUOTE, COMPANY, 71, 72, "", ""));
        table.add(type(QUOTE, COMPANY, 1334, 1335, "Billing company", "_billing_company"));
        table.add(type(QUOTE, QUOTE_TEMPLATE, 286, 0, "", ""));
        table.add(type(QUOTE, DISCOUNT, 362, 361, "", ""));
        table.add(type(QUOTE, FEE, 364, 363, "", ""));
        table.add(type(QUOTE, TAX, 366, 365, "", ""));
        table.add(type(QUOTE, INVOICE, 408, 407, "", ""));
    }

    private static void invoices(List<AssociationType> table) {
        table.add(type(INVOICE, CONTACT, 177, 178, "", ""));
        table.add(type(INVOICE, COMPANY, 179, 180, "", ""));
        table.add(type(INVOICE, LINE_ITEM, 409, 410, "", ""));
        table.add(type(INVOICE, PAYMENT, 541, 542, "", ""));
        table.add(type(INVOICE, DISCOUNT, 411, 412, "", ""));
        table.add(type(INVOICE, FEE, 413, 414, "", ""));
        table.add(type(INVOICE, TAX, 415, 416, "", ""));
    }

    private static void activities(List<AssociationType> table) {
        table.add(type(DEAL, NOTE, 213, 214, "", ""));
        table.add(type(DEAL, TASK, 215, 216, "", ""));
        table.add(type(CONTACT, NOTE, 201, 202, "", ""));
        table.add(type(CONTACT, TASK, 203, 204, "", ""));
        table.add(type(COMPANY, NOTE, 189, 190, "", ""));
        table.add(type(COMPANY, TASK, 191, 192, "", ""));
        table.add(type(TASK, QUOTE, 218, 217, "", ""));
    }

    /// `suffix` tells types between the same object types apart by name.
    private static AssociationType type(
            ObjectType from, ObjectType to, int id, int reverse, String label, String suffix) {
        var shown = Optional.of(label).filter(text -> !text.isEmpty());
        return new AssociationType(
                from,
                to,
                AssociationType.Category.HUBSPOT_DEFINED,
                id,
                reverse,
                from.singular() + "_to_" + to.singular() + suffix,
                to.singular() + "_to_" + from.singular() + suffix,
                shown,
                shown,
                label.equals("Primary"),
                true);
    }
}
