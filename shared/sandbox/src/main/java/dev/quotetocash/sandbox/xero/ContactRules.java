package dev.quotetocash.sandbox.xero;

import java.util.Map;
import java.util.regex.Pattern;

/// What Xero refuses in a contact (reference sections 7.1, 8 and 9.4).
final class ContactRules {

    static final String UNIDENTIFIED =
            "The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID,"
                    + " ContactNumber";
    static final String ARCHIVED =
            "The specified contact details matched an archived contact. Archived contacts cannot currently be edited via"
                    + " the API.";

    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7E]+@[\\x21-\\x7E]+");

    private ContactRules() {}

    static String nameTaken(String name) {
        return "The contact name " + name
                + " is already assigned to another contact. The contact name must be unique across all active contacts.";
    }

    /// The refusal of a document for an archived contact.
    static String inDocument(Call call) {
        return call.is(Unconfirmed.ARCHIVED_CONTACT_HAS_EDIT_TEXT)
                ? ARCHIVED
                : "The contact is archived and cannot be used in transactions.";
    }

    static String numberTaken(String number) {
        return "The contact number " + number + " is already assigned to another contact.";
    }

    /// Collects every refusal of `next` in `sent`.
    static void check(Contact next, Books books, Sent sent) {
        FieldLimits.CONTACT.forEach((name, limit) -> sent.refuse(FieldLimits.check(name, next.text(name), limit)));
        next.addresses().values().forEach(slot -> checkSlot(slot, FieldLimits.ADDRESS, sent));
        next.phones().values().forEach(slot -> checkSlot(slot, FieldLimits.PHONE, sent));
        checkName(next.name(), sent);
        checkEmail(next.text("EmailAddress"), sent);
        next.persons().forEach(person -> checkEmail(person.email(), sent));
        if (next.persons().size() > FieldLimits.PERSONS) sent.refuse("A contact can have at most 5 ContactPersons.");
        checkUnique(next, books, sent);
    }

    /// Only people decide on GDPRREQUEST, and an app cannot begin with ARCHIVED (reference section 3.2).
    static void checkStatus(Contact.Status status, boolean created, Sent sent) {
        var archived = created && status == Contact.Status.ARCHIVED;
        if (archived || status == Contact.Status.GDPRREQUEST) {
            sent.refuse("ContactStatus " + status + " cannot be set through the API.");
        }
    }

    private static void checkName(String name, Sent sent) {
        if (name.isBlank()) sent.refuse("The contact name must be specified.");
        if (name.contains("<") || name.contains(">")) sent.refuse("The contact name must not contain angle brackets.");
        if (!name.equals(name.strip()) || name.contains("  ")) {
            sent.refuse("The contact name must not have leading, trailing or repeated spaces.");
        }
    }

    private static void checkEmail(String email, Sent sent) {
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            sent.refuse("The email address '" + email + "' is not valid.");
        }
    }

    private static void checkSlot(Map<String, String> slot, Map<String, Integer> limits, Sent sent) {
        slot.forEach((name, value) -> sent.refuse(FieldLimits.check(name, value, limits.getOrDefault(name, 255))));
        var country = slot.getOrDefault("Country", "");
        if (!country.codePoints().allMatch(letter -> Character.isLetter(letter) || letter == ' ')) {
            sent.refuse("The field Country must contain letters only.");
        }
    }

    private static void checkUnique(Contact next, Books books, Sent sent) {
        var sameName = books.activeContactNamed(next.name());
        if (next.active()
                && sameName.filter(other -> !other.id().equals(next.id())).isPresent()) {
            sent.refuse(nameTaken(next.name()));
        }
        var number = next.text("ContactNumber");
        if (number.isEmpty()) return;
        var sameNumber = books.contactNumbered(number);
        if (sameNumber.filter(other -> !other.id().equals(next.id())).isPresent()) sent.refuse(numberTaken(number));
    }
}
