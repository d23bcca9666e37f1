package dev.quotetocash.sandbox.truth;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where Xero's documents and reference/xero-api.md disagree, the reference wins: each difference by name, with
/// the section that explains it. One that no call needs any more must go.
enum Deviation {
    ENVELOPE_MEMBERS("1.1", " 200 response.body\\S* / property '(Id|Status|ProviderName|DateTimeUTC)'"),
    NUMBERS_SENT_AS_TEXT("1.1", "request.body.schema.type \\S*/Quantity string found"),
    BODY_OF_A_READ("15.2", "^GET \\S+ \\d+ request.body.unexpected"),
    CAPITAL_SUMMARIZE_ERRORS("1.3", "query.unexpected .*'SummarizeErrors'"),
    BACKORDERS("3.2", "query.unexpected .*'allowBackorders'"),
    NUMBERS_AND_CODES_IN_ADDRESSES("3.1", "^GET /(Invoices|Items)/\\{id} .*format.uuid (InvoiceID|ItemID) "),
    MODIFIED_SINCE_IN_WHOLE_SECONDS("13.2", "format.date-time If-Modified-Since "),
    TIMES_WITHOUT_ZONE("13.1", "^GET /.onnections .*format.date-time \\S*DateUtc "),
    DATE_STRINGS("13.1", " property '(Due)?DateString'"),
    PAYMENT_SERVICES_OF_AN_INVOICE("4.3", " property 'InvoicePaymentServices'"),
    ERRORS_OF_A_LINE("4.3", "/LineItems/\\* property 'ValidationErrors'"),
    REFUSED_ELEMENTS_ECHO_THE_INPUT("9.1", " 400 response.body\\S* /Elements/\\*(/\\S*)? property "),
    MEMBERS_OF_THE_SDK("15.1", "request.body\\S* \\S+ property 'dateAsDate'"),
    ID_OF_A_CREDIT("4.3", " response.body\\S* /(CreditNotes|Overpayments|Prepayments|Allocations)/\\S+ property 'ID'"),
    REMOVED_ALLOCATION("3.2", "^DELETE /\\S+/Allocations/\\{id\\} 200 response.body\\S* / (required )?property "),
    QUOTES_SAY_SUMMARIZE_ERRORS("3.2", "^\\S+ /Quotes\\S* 200 .* / property 'SummarizeErrors'"),
    /// In the document's own example, although not in its schema.
    TIME_OF_A_NOTE("3.2", "/HistoryRecords/\\* property 'DateUTCString'"),
    /// In the document's own examples, although not in their schemas.
    FLAGS_OF_SETTINGS(
            "3.2",
            "(/Options/\\* property '(IsDeleted|IsArchived|IsActive|HasValidationErrors)'"
                    + "|/ContactGroups/\\* property 'HasValidationErrors')"),
    STATUS_NOT_LISTED("9.3", " (401|403|404|429) response.status.unknown");

    private final String section;
    private final Pattern lines;

    Deviation(String section, String lines) {
        this.section = section;
        this.lines = Pattern.compile(lines);
    }

    static Optional<Deviation> of(Finding finding) {
        return Arrays.stream(values())
                .filter(deviation -> deviation.lines.matcher(finding.line()).find())
                .findFirst();
    }

    String section() {
        return section;
    }
}
