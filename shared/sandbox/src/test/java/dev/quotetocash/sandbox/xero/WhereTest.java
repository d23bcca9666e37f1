package dev.quotetocash.sandbox.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    private static final Set<String> FIELDS =
            Set.of("Name", "Status", "Total", "Date", "IsCustomer", "Contact", "EmailAddress", "ID");
    private static final String RECORD = """
            {"Name":"Café \\"Zoë\\"","Status":"ACTIVE","Total":10.50,"Date":"/Date(1795305600000+0000)/","IsCustomer":true,
             "Contact":{"Name":"Acme","ContactID":"7A1D6F0E-3c58-4b7e-9a55-2f6c8d10b3e4"}}""";

    @Test
    void comparesTextWithoutRegardToCaseAndAccents() {
        assertThat(holds("Name==\"cafe \\\"ZOE\\\"\"")).isTrue();
        assertThat(holds("Status=\"active\"")).isTrue();
        assertThat(holds("Status!=\"ARCHIVED\"")).isTrue();
    }

    @Test
    void comparesNumbersDatesFlagsAndGuids() {
        assertThat(holds("Total==10.5")).isTrue();
        assertThat(holds("Total>10 && Total<=10.50 && Total>=10.5")).isTrue();
        assertThat(holds("Total<-1")).isFalse();
        assertThat(holds("Date==DateTime(2026,11,22)")).isTrue();
        assertThat(holds("Date>=DateTime(2026, 11, 22) AND Date<DateTime(2026,11,22,0,0,1)"))
                .isTrue();
        assertThat(holds("IsCustomer==true")).isTrue();
        assertThat(holds("IsCustomer")).isTrue();
        assertThat(holds("Contact.ContactID==Guid(\"7a1d6f0e-3c58-4b7e-9a55-2f6c8d10b3e4\")"))
                .isTrue();
    }

    @Test
    void bindsAndTighterThanOr() {
        assertThat(holds("Total==1 OR Total==10.5 AND Status==\"ACTIVE\"")).isTrue();
        assertThat(holds("(Total==1 || Total==10.5) && Status==\"ARCHIVED\"")).isFalse();
        assertThat(holds("Total==10.5 or Total==1 and Status==\"ARCHIVED\"")).isTrue();
    }

    @Test
    void callsTextFunctions() {
        assertThat(holds("Name.Contains(\"fé\")")).isTrue();
        assertThat(holds("Name.StartsWith(\"CAFE\")")).isTrue();
        assertThat(holds("Contact.Name.EndsWith(\"me\")")).isTrue();
        assertThat(holds("Name.ToLower().Contains(\"zoe\")")).isTrue();
        assertThat(holds("Name.ToLower()==\"café \\\"zoë\\\"\"")).isTrue();
        assertThat(holds("Name.Contains(\"x\")==false")).isTrue();
    }

    @Test
    void treatsAMissingMemberAsNull() {
        assertThat(holds("EmailAddress==null")).isTrue();
        assertThat(holds("EmailAddress!=null AND EmailAddress.StartsWith(\"a\")"))
                .isFalse();
        assertThat(holds("EmailAddress.StartsWith(\"a\")")).isFalse();
        assertThat(holds("Name!=null")).isTrue();
    }

    @Test
    void refusesWhatItCannotRead() {
        for (var filter : new String[] {
            "Name==",
            "Name==\"a",
            "Nope==1",
            "Name LIKE \"a\"",
            "(Name==\"a\"",
            "Total==\"10\"",
            "Name.Length()==1",
            "Date==DateTime(2026,13,1)",
            "Date==DateTime(99999999999,1,1)",
            "Date==DateTime(2026.5,1,1)",
            "ID==Guid(\"7a1d6f0e\")",
            "Name==\"a\" AND"
        }) {
            assertThatThrownBy(() -> holds(filter)).as(filter).isInstanceOf(QueryRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total==\"10\"",
                "Name>1",
                "Date==\"2026-11-22\"",
                "IsCustomer==1",
                "1==\"1\"",
                "Contact.Name==true",
                "Name",
                "Total.Contains(\"1\")",
                "Date.ToLower()==\"x\"",
                "Name.Contains(\"x\")==\"x\"",
                "Status==\"NONE\" AND Total==\"10\""
            })
    void refusesAClashOfKindsWithoutLookingAtARecord(String filter) {
        assertThatThrownBy(() -> Where.parse(filter, FIELDS)).isInstanceOf(QueryRefused.class);
    }

    @Test
    void letsAnythingBeComparedWithNull() {
        for (var name : new String[] {"Name", "Total", "Date", "IsCustomer", "Contact"}) {
            assertThat(holds(name + "==null")).as(name).isEqualTo(name.equals("Contact"));
        }
    }

    private static boolean holds(String filter) {
        return Where.parse(filter, FIELDS).test(Members.of(Json.parse(RECORD).orElseThrow()));
    }
}
