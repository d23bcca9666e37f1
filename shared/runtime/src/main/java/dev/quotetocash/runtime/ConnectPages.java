package dev.quotetocash.runtime;

import static dev.quotetocash.runtime.Html.text;

import dev.quotetocash.engine.ConnectAnswer;
import dev.quotetocash.engine.ConnectAnswer.State;
import dev.quotetocash.engine.Consent;
import dev.quotetocash.engine.Vendor;
import dev.quotetocash.sync.Pair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/// The pages on which a person connects the stack to its vendors. Each says what to do next.
public final class ConnectPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String BACK = "<p><a href=\"/connect\">Back to the connections</a></p>";

    private final Pair pair;

    /// `pair` is what the stack is deployed for.
    public ConnectPages(Pair pair) {
        this.pair = pair;
    }

    String invitation(ConnectAnswer.Invited invited) {
        return Html.page("Connect the bridge", """
                <p>Here you connect the bridge to HubSpot account %s and Xero organisation <code>%s</code>.</p>
                <form method="post" action="/connect">
                <input type="hidden" name="code" value="%s">
                <button>Continue</button>
                </form>
                <p>The button works once, within 15 minutes of the link. If nobody told you to expect it, close this page.</p>
                """.formatted(
                        text(pair.portal().value()), text(pair.tenant().value()), text(invited.code())));
    }

    String overview(ConnectAnswer.Overview overview) {
        var sections = overview.states().stream().map(ConnectPages::section).collect(Collectors.joining());
        var open = overview.states().stream().anyMatch(ConnectPages::wantsConsent);
        return Html.page("Connections", sections + (open ? "" : """
                <h2>What is next</h2>
                <p>You can close this page. If the stack is new, run <code>./bridge setup</code> and then
                <code>./bridge activate</code>.</p>
                """));
    }

    String elsewhere(ConnectAnswer.Elsewhere elsewhere) {
        var vendor = elsewhere.vendor();
        var wanted = "<code>" + text(elsewhere.wanted()) + "</code>";
        if (elsewhere.reached().isEmpty()) {
            return Html.page("No " + kind(vendor) + " was chosen", """
                    <p>Nothing was stored: you gave the bridge access to no %s. It is deployed for %s.</p>
                    %s
                    %s
                    """.formatted(
                            kind(vendor), wanted, button(vendor, "again"), BACK));
        }
        return Html.page("This is another " + kind(vendor), """
                <p>Nothing was stored. The stack is deployed for %s, and you gave it access to:</p>
                <ul>
                %s
                </ul>
                <p>Connect again and choose the right one:</p>
                %s
                <p>Or deploy the stack for the one that you chose, and ask for a new link:</p>
                %s
                %s
                """.formatted(
                        wanted,
                        elsewhere.reached().stream()
                                .map(account -> "<li>" + text(account.name()) + ": <code>" + text(account.id())
                                        + "</code></li>")
                                .collect(Collectors.joining("\n")),
                        button(vendor, "again"),
                        elsewhere.reached().stream()
                                .map(account -> deployFor(vendor, account))
                                .collect(Collectors.joining("\n")),
                        BACK));
    }

    String refused(ConnectAnswer.Refused refused) {
        var vendor = refused.vendor().map(Vendor::label).orElse("The vendor");
        var sentence = switch (refused.why()) {
            case LINK_OVER ->
                "It was used, it is older than 15 minutes, or it was not copied in full. Run"
                        + " <code>./bridge connect</code> again.";
            case SESSION_OVER ->
                "This browser has not opened a link from <code>./bridge connect</code>, or did so more than half"
                        + " an hour ago. Run it again, and open the new link in this browser.";
            case NOT_BEGUN_HERE ->
                "Nothing was stored. What came back from " + vendor + " does not belong to a request that this"
                        + " browser made in the last ten minutes. Begin again with the button.";
            case DECLINED ->
                "Nothing was stored: on " + vendor + "'s page you said no. Begin again if you did not mean to.";
            case VENDOR_OBJECTS ->
                "Nothing was stored. " + vendor
                        + " did not let you consent. Compare the app's redirect address and scopes with"
                        + " docs/operations.md, and check that you may install apps there. Then begin again.";
            case NOT_ACCEPTED ->
                "Nothing was stored. Check the app's clientId and clientSecret in the " + vendor + " secret of the"
                        + " stack, and the app's redirect address. Then begin again.";
            case UNAVAILABLE -> "Nothing was stored. Begin again in a few minutes.";
            case BUSY -> "Nothing was stored: the bridge is just renewing the old connection. Begin again in a minute.";
            case BY_HAND ->
                "The stack is deployed without OAuth for " + vendor + ". To use it, deploy it with" + " <code>" + vendor
                        + "Connection=oauth</code>.";
            case NO_APP ->
                "Put <code>clientId</code> and <code>clientSecret</code> of the app into the " + vendor
                        + " secret of the stack. Then begin again.";
        };
        var again = refused.vendor().filter(_ -> refused.why() != ConnectAnswer.Why.BY_HAND);
        return Html.page(
                title(refused.why(), vendor),
                "<p>" + sentence + "</p>\n"
                        + again.map(one -> button(one, "again")).orElse("") + "\n"
                        + refused.vendor().map(_ -> BACK).orElse(""));
    }

    /// An exception of ours.
    String broken() {
        return Html.page(
                "The bridge failed",
                "<p>It is not your doing. Try again in a minute; the log of the function <code>connect</code> says"
                        + " why.</p>\n" + BACK);
    }

    private static String title(ConnectAnswer.Why why, String vendor) {
        return switch (why) {
            case LINK_OVER -> "This link is no longer good";
            case SESSION_OVER -> "Open a link first";
            case NOT_BEGUN_HERE -> "This was not begun here";
            case DECLINED -> "Not connected";
            case VENDOR_OBJECTS -> vendor + " refused the request";
            case NOT_ACCEPTED -> vendor + " does not accept the app";
            case UNAVAILABLE -> vendor + " does not answer";
            case BUSY -> "One moment";
            case BY_HAND -> vendor + " is connected by hand";
            case NO_APP -> "The " + vendor + " app is not known yet";
        };
    }

    private static String section(State state) {
        return "<h2>" + state.vendor().label() + "</h2>\n"
                + switch (state) {
                    case State.ByHand(var vendor, var secret) -> """
                            <p>%s Put its values into the secret <code>%s</code>.</p>
                            """.formatted(byHand(vendor), text(secret));
                    case State.NotConnected(var vendor) -> "<p>Not connected.</p>\n" + button(vendor, "");
                    case State.Connected(var vendor, var renewedAt) ->
                        "<p>Connected. The access was last renewed on " + time(renewedAt) + ".</p>\n"
                                + button(vendor, "again");
                    case State.Refusing(var vendor, var since) ->
                        "<p>" + vendor.label() + " has refused the connection since " + time(since)
                                + ". Connect again.</p>\n" + button(vendor, "again");
                };
    }

    private static boolean wantsConsent(State state) {
        return switch (state) {
            case State.NotConnected _, State.Refusing _ -> true;
            case State.ByHand _, State.Connected _ -> false;
        };
    }

    private static String byHand(Vendor vendor) {
        return switch (vendor) {
            case XERO -> "A custom connection: <code>clientId</code> and <code>clientSecret</code>.";
            case HUBSPOT -> "The token of a static app: <code>token</code>.";
        };
    }

    private static String kind(Vendor vendor) {
        return switch (vendor) {
            case XERO -> "Xero organisation";
            case HUBSPOT -> "HubSpot account";
        };
    }

    private static String deployFor(Vendor vendor, Consent.Account account) {
        var parameter = switch (vendor) {
            case XERO -> "XeroTenantId";
            case HUBSPOT -> "HubSpotPortalId";
        };
        return "<pre>sam deploy --parameter-overrides " + parameter + "=" + text(account.id()) + "</pre>";
    }

    private static String button(Vendor vendor, String more) {
        return "<form method=\"post\" action=\"/connect/" + vendor.slug() + "\"><button>Connect " + vendor.label()
                + (more.isEmpty() ? "" : " " + more) + "</button></form>\n";
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
