package dev.quotetocash.engine;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a person who connects is shown next.
public sealed interface ConnectAnswer {

    /// The page behind the link: a button that sends the code back. Showing it uses nothing up. Never printed.
    record Invited(String code) implements ConnectAnswer {
        @Override
        public String toString() {
            return "Invited[hidden]";
        }
    }

    /// The code was good: from now on this browser is known by `session`. Never printed.
    record Entered(String session) implements ConnectAnswer {
        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    record Overview(List<State> states) implements ConnectAnswer {
        public Overview {
            states = List.copyOf(states);
        }
    }

    /// On to the vendor's page.
    record SentTo(URI address) implements ConnectAnswer {
        @Override
        public String toString() {
            return "SentTo[" + address.getHost() + "]";
        }
    }

    record Connected(Vendor vendor) implements ConnectAnswer {}

    /// The consent reaches other accounts than the one that the stack is for. Nothing was stored.
    record Elsewhere(Vendor vendor, String wanted, List<Consent.Account> reached) implements ConnectAnswer {
        public Elsewhere {
            reached = List.copyOf(reached);
        }
    }

    /// Nothing was stored.
    record Refused(Why why, Optional<Vendor> vendor) implements ConnectAnswer {}

    enum Why {
        /// The link was used, has expired, or never was one.
        LINK_OVER,

        /// This browser has not opened a link, or too long ago.
        SESSION_OVER,

        /// What came back from the vendor does not belong to a consent that this browser began.
        NOT_BEGUN_HERE,

        /// The person said no.
        DECLINED,

        /// The vendor came back with another error than a no.
        VENDOR_OBJECTS,

        /// The vendor takes neither the code nor the app's credentials, or not its own token.
        NOT_ACCEPTED,

        /// The vendor does not answer.
        UNAVAILABLE,

        /// A function is just renewing the token.
        BUSY,

        /// The stack is deployed without OAuth for this vendor.
        BY_HAND,

        /// The app's id is not in its secret.
        NO_APP
    }

    /// One vendor on the overview.
    sealed interface State {

        Vendor vendor();

        /// `secret` is the name of the one that holds the credentials.
        record ByHand(Vendor vendor, String secret) implements State {}

        record NotConnected(Vendor vendor) implements State {}

        /// `renewedAt` is when the vendor last gave us a token.
        record Connected(Vendor vendor, Instant renewedAt) implements State {}

        record Refusing(Vendor vendor, Instant since) implements State {}
    }
}
