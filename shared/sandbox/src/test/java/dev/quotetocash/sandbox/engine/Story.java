package dev.quotetocash.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.mapping.InvoiceStatus;
import dev.quotetocash.sandbox.sim.Fault;
import dev.quotetocash.sandbox.sim.Fault.Kind;
import dev.quotetocash.sandbox.sim.Simulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the bridge does with Xero from a won deal to its money, to be watched from outside.
public enum Story {
    DRAFTS_AN_INVOICE {
        @Override
        void play(World world) {
            assertState(world, won(world), "DRAFT");
        }
    },
    APPROVES_THE_INVOICE_ITSELF {
        @Override
        void play(World world) {
            world.creating(InvoiceStatus.AUTHORISED);
            assertState(world, won(world), "AWAITING_PAYMENT");
        }
    },
    FOLLOWS_THE_MONEY {
        @Override
        void play(World world) {
            var deal = won(world);
            var invoice = world.finance.invoicesOf(deal).getFirst();
            world.finance.authorise(invoice);
            world.finance.pay(invoice, new BigDecimal("20.00"), LocalDate.of(2026, 11, 23));
            world.pass(SOON);
            assertThat(world.property(deal, "xero_paid")).isEqualTo("20");
            world.finance.pay(invoice, new BigDecimal("100.00"), LocalDate.of(2026, 11, 23));
            world.pass(SOON);
            assertState(world, deal, "PAID");
        }
    },
    SEES_A_VOIDED_INVOICE {
        @Override
        void play(World world) {
            var deal = won(world);
            var invoice = world.finance.invoicesOf(deal).getFirst();
            world.finance.authorise(invoice);
            world.finance.setStatus(invoice, "VOIDED");
            world.pass(SOON);
            assertState(world, deal, "VOIDED");
        }
    },
    SHOWS_WHY_XERO_REFUSES {
        @Override
        void play(World world) {
            world.xeroSimulator.lockPeriod(LocalDate.of(2026, 11, 30));
            var deal = won(world);
            assertThat(world.property(deal, "xero_sync_error")).contains("period lock date");
        }
    },
    LOOKS_UP_WHAT_A_LOST_REPLY_MADE {
        @Override
        void play(World world) {
            world.xero.faults().arm(new Fault(Kind.LOSE_REPLY, "PUT /Contacts", "", 1, 0, ""));
            world.xero.faults().arm(new Fault(Kind.LOSE_REPLY, "PUT /Invoices", "", 1, 0, ""));
            var deal = won(world);
            world.pass(Duration.ofHours(1));
            assertState(world, deal, "DRAFT");
            assertThat(world.finance.invoicesOf(deal)).hasSize(1);
        }
    },
    INVOICES_A_KNOWN_CUSTOMER_AGAIN {
        @Override
        void play(World world) {
            var company = world.customer();
            var deals = List.of(world.deal(company), world.deal(company));
            deals.forEach(deal -> {
                world.sales.win(deal);
                world.pass(SOON);
            });
            deals.forEach(deal -> assertState(world, deal, "DRAFT"));
            assertThat(world.xero.counts().all().get("PUT /Contacts")).isEqualTo(1);
        }
    },
    SWEEPS_WHAT_NO_WEBHOOK_TOLD {
        @Override
        void play(World world) {
            var deal = won(world);
            world.xero.webhooks().lose(true);
            world.finance.authorise(world.finance.invoicesOf(deal).getFirst());
            world.poller.sweep();
            world.pass(SOON);
            assertState(world, deal, "AWAITING_PAYMENT");
        }
    };

    private static final Duration SOON = Duration.ofMinutes(10);

    /// Plays with `watched` between everybody and Xero.
    public void play(UnaryOperator<Simulator> watched) {
        play(World.active(watched));
    }

    abstract void play(World world);

    private static String won(World world) {
        var deal = world.deal(world.customer());
        world.sales.win(deal);
        world.pass(SOON);
        return deal;
    }

    private static void assertState(World world, String deal, String state) {
        assertThat(world.property(deal, "xero_invoice_state")).isEqualTo(state);
        assertThat(world.deadLetters).isEmpty();
    }
}
