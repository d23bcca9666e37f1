package dev.quotetocash.sandbox.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quotetocash.engine.Links;
import dev.quotetocash.engine.Links.Saved;
import dev.quotetocash.sync.Agreed;
import dev.quotetocash.sync.Baseline;
import dev.quotetocash.sync.Cause;
import dev.quotetocash.sync.Fields;
import dev.quotetocash.sync.HubSpotDealId;
import dev.quotetocash.sync.Identity;
import dev.quotetocash.sync.JournalEntry;
import dev.quotetocash.sync.Link;
import dev.quotetocash.sync.LinkKey;
import dev.quotetocash.sync.Observed;
import dev.quotetocash.sync.Payload;
import dev.quotetocash.sync.RecordRef;
import dev.quotetocash.sync.Slot;
import dev.quotetocash.sync.Work;
import dev.quotetocash.sync.Work.Phase;
import dev.quotetocash.sync.XeroInvoiceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every store of links promises (the Javadoc of [Links]).
abstract class LinksContract {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final RecordRef DEAL = new HubSpotDealId("77").ref();
    private static final RecordRef INVOICE = new XeroInvoiceId("44aa0707-f718-4f1c-8d53-f2da9ca59533").ref();
    private static final RecordRef OTHER_INVOICE = new XeroInvoiceId("55d84274-a3da-4829-a7c0-0cab601b95cc").ref();

    abstract Links links();

    /// All that was journaled about a record, in the order in which it was given.
    abstract List<JournalEntry> journal(RecordRef record);

    @Test
    void knowsNothingAtFirst() {
        assertThat(links().get(slot("77"))).isEmpty();
        assertThat(links().at(DEAL)).isEmpty();
        assertThat(links().atAll(List.of(DEAL, INVOICE))).isEmpty();
        assertThat(links().atAll(List.of())).isEmpty();
        assertThat(links().due(NOON, 10)).isEmpty();
        assertThat(links().waitingFor(Cause.PERSON, 10)).isEmpty();
    }

    @Test
    void storesANewLinkAsVersionOne() {
        var saved = links().create(unlinked("77", DEAL), List.of());

        var stored = unlinked("77", DEAL).withVersion(1);
        assertThat(saved).isEqualTo(new Saved.Stored(stored));
        assertThat(links().get(slot("77"))).contains(stored);
    }

    @Test
    void refusesToCreateALinkTwice() {
        var first = create(unlinked("77", DEAL).with(settling(NOON)));

        var second = links().create(unlinked("77", INVOICE), List.of());

        assertThat(second).isEqualTo(new Saved.Stale());
        assertThat(links().get(slot("77"))).contains(first);
        assertThat(links().at(INVOICE)).isEmpty();
    }

    @Test
    void createsNothingIfOneOfTheRecordsHasALink() {
        var first = create(unlinked("77", INVOICE));

        var second = links().create(unlinked("88", DEAL, INVOICE), List.of());

        assertThat(second).isEqualTo(new Saved.Stale());
        assertThat(links().get(slot("88"))).isEmpty();
        assertThat(links().at(DEAL)).isEmpty();
        assertThat(links().at(INVOICE)).contains(first);
    }

    @Test
    void savesTheNextVersion() {
        var first = create(unlinked("77"));

        var second = save(first.with(settling(NOON)));
        var third = save(second.with(new Work.Idle()));

        assertThat(second.version()).isEqualTo(2);
        assertThat(third.version()).isEqualTo(3);
        assertThat(links().get(slot("77"))).contains(third);
    }

    @Test
    void refusesToSaveWhatSomebodyElseHasSavedSince() {
        var read = create(unlinked("77"));
        var faster = save(read.with(settling(NOON)));

        var slower = links().save(read.with(new Identity.Linked(List.of(DEAL))), List.of(), List.of(entry(DEAL, 1)));

        assertThat(slower).isEqualTo(new Saved.Stale());
        assertThat(links().get(slot("77"))).contains(faster);
        assertThat(links().at(DEAL)).isEmpty();
        assertThat(journal(DEAL)).isEmpty();
    }

    @Test
    void refusesToSaveARowThatIsNotThere() {
        var vanished = unlinked("77").withVersion(3);

        assertThat(links().save(vanished, List.of(), List.of())).isEqualTo(new Saved.Stale());
        assertThat(links().save(unlinked("77"), List.of(), List.of())).isEqualTo(new Saved.Stale());
        assertThat(links().get(slot("77"))).isEmpty();
    }

    @Test
    void leadsFromEachRecordToItsLink() {
        var created = create(unlinked("77", DEAL));

        var linked = save(created.with(new Identity.Linked(List.of(DEAL, INVOICE))));

        assertThat(links().at(DEAL)).contains(linked);
        assertThat(links().at(INVOICE)).contains(linked);
    }

    @Test
    void savesNothingIfAnAddedRecordHasAnotherLink() {
        var other = create(unlinked("88", INVOICE));
        var created = create(unlinked("77", DEAL));

        var saved = links().save(
                        created.with(new Identity.Linked(List.of(DEAL, OTHER_INVOICE, INVOICE))),
                        List.of(DEAL),
                        List.of(entry(DEAL, 1)));

        assertThat(saved).isEqualTo(new Saved.Stale());
        assertThat(links().get(slot("77"))).contains(created);
        assertThat(links().at(INVOICE)).contains(other);
        assertThat(links().at(OTHER_INVOICE)).isEmpty();
        assertThat(journal(DEAL)).isEmpty();
    }

    @Test
    void findsALinkByARecordThatLeftItAndTakesTheRecordBack() {
        var created = create(unlinked("77", DEAL, INVOICE));

        var left = save(created.with(new Identity.Unlinked(List.of(DEAL))), DEAL, INVOICE);
        assertThat(links().at(INVOICE)).contains(left);

        var back = save(left.with(new Identity.Linked(List.of(DEAL, INVOICE))), DEAL);
        assertThat(links().at(INVOICE)).contains(back);
    }

    @Test
    void readsManyLinksInTheOrderOfTheRecordsEachOnce() {
        var first = create(unlinked("1", DEAL, INVOICE));
        var second = create(unlinked("2", OTHER_INVOICE));
        var unknown = new HubSpotDealId("5").ref();

        var read = links().atAll(List.of(OTHER_INVOICE, unknown, DEAL, INVOICE, OTHER_INVOICE));

        assertThat(read).containsExactly(second, first);
    }

    @Test
    void readsManyLinksByTheirKeys() {
        var first = create(unlinked("1", DEAL));
        var second = create(unlinked("2", OTHER_INVOICE));

        var read = links().getAll(List.of(slot("2"), slot("5"), slot("1"), slot("2")));

        assertThat(read).containsExactly(second, first);
        assertThat(links().getAll(List.of())).isEmpty();
    }

    @Test
    void readsMoreLinksThanOneRequestCanNameAtOnce() {
        var records = IntStream.rangeClosed(1, 210)
                .mapToObj(number -> new HubSpotDealId(Integer.toString(number)).ref())
                .toList();
        records.forEach(record -> create(unlinked(record.id(), record)));

        var read = links().atAll(records);

        assertThat(read)
                .extracting(link -> link.key().value())
                .isEqualTo(records.stream()
                        .map(record -> slot(record.id()).value())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource
    void givesBackEveryKindOfWork(Work work) {
        var created = create(unlinked("77", DEAL).with(work));

        assertThat(links().get(slot("77"))).contains(created);
        assertThat(created.work()).isEqualTo(work);
    }

    static Stream<Work> givesBackEveryKindOfWork() {
        var intent = intended(new Phase.Sending(NOON.plusMillis(123)));
        return Stream.of(
                new Work.Idle(),
                settling(NOON.plusNanos(123_456_789)),
                intent,
                intended(new Phase.NotExecuted(NOON)),
                intended(new Phase.Unknown(NOON)),
                new Work.Acting(mixed(), Fields.NONE, NOON),
                new Work.Acting(Fields.NONE, mixed(), NOON),
                new Work.Parked(Cause.tax("OUTPUT2"), "No tax rate is known for “VAT”.", NOON, new Work.Idle(), 0),
                new Work.Parked(Cause.customer(INVOICE), "", NOON, intent, 3));
    }

    @ParameterizedTest
    @MethodSource
    void givesBackEveryKindOfIdentity(Identity identity) {
        var created = create(Link.unsaved(slot("77"), identity, new Work.Idle()));

        assertThat(links().get(slot("77"))).contains(created);
        assertThat(created.identity()).isEqualTo(identity);
    }

    static Stream<Identity> givesBackEveryKindOfIdentity() {
        return Stream.of(
                new Identity.Unlinked(List.of()),
                new Identity.Unlinked(List.of(DEAL)),
                new Identity.Linked(List.of(INVOICE, DEAL)),
                new Identity.Suspended(List.of(DEAL), "The deal is archived."),
                new Identity.AliasOf(LinkKey.customer("0b5a")));
    }

    @Test
    void givesBackABaselineInItsOrder() {
        var halves = new ArrayList<Observed<String>>();
        halves.addAll(List.of(Observed.of("a value"), Observed.of(""), Observed.blank(), Observed.unobserved()));
        var baseline = Baseline.NONE.under("mapping-1");
        for (var hubspot : halves) {
            for (var xero : halves)
                baseline = baseline.with("f" + (100 - baseline.fields().size()), agreed(hubspot, xero));
        }
        baseline = baseline.withLines(List.of(
                new Baseline.Line("2", "", Map.of("quantity", agreed(Observed.of("1.0000"), Observed.unobserved()))),
                new Baseline.Line("1", "9d0b", Map.of())));

        var created = create(unlinked("77").with(baseline));

        var read = links().get(slot("77")).orElseThrow();
        assertThat(read).isEqualTo(created);
        assertThat(read.baseline().fields().keySet())
                .containsExactlyElementsOf(baseline.fields().keySet());
    }

    @Test
    void givesBackTheFieldsOfAnActionInTheirOrder() {
        create(unlinked("77").with(new Work.Acting(mixed(), mixed(), NOON)));

        var read = (Work.Acting) links().get(slot("77")).orElseThrow().work();

        assertThat(read.hubspot().values().keySet())
                .containsExactlyElementsOf(mixed().values().keySet());
        assertThat(read.xero().values().keySet())
                .containsExactlyElementsOf(mixed().values().keySet());
    }

    @Test
    void givesBackWhatWasSeen() {
        var created = create(unlinked("77").withSeen("xero", "1763899200000").withSeen("hubspot", ""));

        assertThat(links().get(slot("77"))).contains(created);
        assertThat(created.seen()).containsEntry("xero", "1763899200000").containsEntry("hubspot", "");
    }

    @Test
    void givesBackALongBodyExactly() {
        var body = new Payload("{\"Reference\":\"HS-77 – ß\"}".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        var intent = new Work.Intended(1, body, NOON, new Phase.NotExecuted(NOON), 0, NOON);

        create(unlinked("77").with(intent));

        assertThat(links().get(slot("77")).orElseThrow().work()).isEqualTo(intent);
    }

    @Test
    void listsWhatIsDueEarliestFirst() {
        create(unlinked("1").with(settling(NOON)));
        create(unlinked("2").with(settling(NOON.minusMillis(2))));
        create(unlinked("3").with(new Work.Parked(Cause.PERSON, "why", NOON.minusMillis(1), new Work.Idle(), 0)));
        create(unlinked("4").with(settling(NOON.plusMillis(1))));
        create(unlinked("5"));

        assertThat(links().due(NOON, 10)).containsExactly(slot("2"), slot("3"), slot("1"));
        assertThat(links().due(NOON, 2)).containsExactly(slot("2"), slot("3"));
    }

    @Test
    void isDueNoLongerWhenTheWorkIsDone() {
        var settling = create(unlinked("1").with(settling(NOON)));

        save(settling.with(new Work.Idle()));

        assertThat(links().due(NOON.plusSeconds(60), 10)).isEmpty();
        assertThat(links().waitingFor(Cause.TIME, 10)).isEmpty();
    }

    @Test
    void listsWhatWaitsForOneCause() {
        create(unlinked("2").with(new Work.Parked(new Cause("quota:xero"), "why", NOON, new Work.Idle(), 0)));
        create(unlinked("1").with(new Work.Parked(new Cause("quota:xero"), "why", NOON, settling(NOON), 0)));
        create(unlinked("3").with(new Work.Parked(new Cause("quota:hubspot"), "why", NOON, new Work.Idle(), 0)));
        create(unlinked("4").with(settling(NOON)));

        assertThat(links().waitingFor(new Cause("quota:xero"), 10)).containsExactly(slot("1"), slot("2"));
        assertThat(links().waitingFor(new Cause("quota:xero"), 1)).containsExactly(slot("1"));
        assertThat(links().waitingFor(new Cause("quota:hubspot"), 10)).containsExactly(slot("3"));
        assertThat(links().waitingFor(Cause.TIME, 10)).containsExactly(slot("4"));
        assertThat(links().waitingFor(Cause.MAPPING, 10)).isEmpty();
    }

    @Test
    void appendsToTheJournalWithTheSave() {
        var created = create(unlinked("77", DEAL));
        var entries = List.of(entry(DEAL, 1), entry(INVOICE, 2), entry(DEAL, 3));

        var saved = links().save(created, List.of(DEAL), entries);

        assertThat(saved).isInstanceOf(Saved.Stored.class);
        assertThat(journal(DEAL)).containsExactly(entry(DEAL, 1), entry(DEAL, 3));
        assertThat(journal(INVOICE)).containsExactly(entry(INVOICE, 2));
    }

    @Test
    void appendsToTheJournalWithEverySave() {
        var created = create(unlinked("77"));

        save(save(created, entry(DEAL, 1)), entry(DEAL, 2));

        assertThat(journal(DEAL)).containsExactly(entry(DEAL, 1), entry(DEAL, 2));
    }

    @Test
    void journalsTheChangesOfALongInvoiceAtOnce() {
        var created = create(unlinked("77"));
        var entries = IntStream.range(0, 450)
                .mapToObj(number -> entry(INVOICE, number))
                .toList();

        var saved = links().save(created, List.of(), entries);

        assertThat(saved).isInstanceOf(Saved.Stored.class);
        assertThat(journal(INVOICE)).containsExactlyElementsOf(entries);
    }

    @Test
    void letsExactlyOneOfManyWritersSave() throws Exception {
        var read = create(unlinked("77"));

        List<Saved> all;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 8)
                    .mapToObj(number -> writers.submit(
                            () -> links().save(read.with(settling(NOON.plusSeconds(number))), List.of(), List.of())))
                    .toList();
            all = new ArrayList<>();
            for (var writer : running) all.add(writer.get());
        }

        assertThat(all).filteredOn(Saved.Stored.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(Saved.Stale.class::isInstance).hasSize(7);
    }

    Link create(Link link) {
        return stored(links().create(link, List.of()));
    }

    private Link save(Link link, RecordRef... known) {
        return stored(links().save(link, List.of(known), List.of()));
    }

    private Link save(Link link, JournalEntry entry) {
        return stored(links().save(link, link.identity().records(), List.of(entry)));
    }

    private static Link stored(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.Stored.class);
        return ((Saved.Stored) saved).link();
    }

    static LinkKey slot(String deal) {
        return Slot.first(new HubSpotDealId(deal)).key();
    }

    static Link unlinked(String deal, RecordRef... records) {
        return Link.unsaved(slot(deal), new Identity.Unlinked(List.of(records)), new Work.Idle());
    }

    static Work settling(Instant until) {
        return new Work.Settling(until, "hash");
    }

    private static Work intended(Phase phase) {
        return new Work.Intended(3, Payload.of("{\"Type\":\"ACCREC\"}"), NOON.minusSeconds(60), phase, 2, NOON);
    }

    private static Fields mixed() {
        return Fields.NONE
                .with("phone", Observed.of("+44 20 7946 0000"))
                .with("city", Observed.blank())
                .with("address", Observed.of(""))
                .with("email", Observed.unobserved());
    }

    private static Agreed<String, String> agreed(Observed<String> hubspot, Observed<String> xero) {
        return new Agreed<>(hubspot, xero);
    }

    private static JournalEntry entry(RecordRef record, int number) {
        return new JournalEntry(
                record, "webhook:hubspot", "amount", "f" + number, Observed.of("before"), Observed.blank(), "1/2");
    }
}
