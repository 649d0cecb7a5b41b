package org.hearthkey.app.ui.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hearthkey.app.text.JournalWords;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.journal.JournalVerdict;

/// The journal: what was done, what was searched for, and whether it still holds.
public final class JournalViewModel {
    /// An act in words.
    public record Row(long number, Instant at, String act, String sentence) {}

    /// What the list shows.
    ///
    /// @param olderFrom the entry to go on from, if there are older ones that were not looked at
    public record Page(List<Row> rows, long size, Optional<Long> olderFrom) {
        public Page {
            rows = List.copyOf(rows);
        }

        static final Page EMPTY = new Page(List.of(), 0, Optional.empty());
    }

    /// How far the proof is.
    public sealed interface Proof {
        record NotAsked() implements Proof {}

        record Checking() implements Proof {}

        record Checked(JournalVerdict verdict, Instant at) implements Proof {}
    }

    private static final int ROWS = 200;
    private static final int READ_AT_ONCE = 1_000;

    private final Home home;
    private final Background background;
    private final InstantSource clock;
    private final JournalWords sentences;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
    private final ReadOnlyObjectWrapper<Proof> proof = new ReadOnlyObjectWrapper<>(new Proof.NotAsked());
    private final ReadOnlyObjectWrapper<Optional<Exception>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    public JournalViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        clock = context.clock();
        sentences = new JournalWords(context.words());
        search.subscribe((_, _) -> refresh());
    }

    /// Part of a sentence or of an act's code, in any case; empty shows everything.
    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Proof> proofProperty() {
        return proof.getReadOnlyProperty();
    }

    /// Why the journal could not be read the last time.
    public ReadOnlyObjectProperty<Optional<Exception>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Shows the newest acts that fit the search.
    public void refresh() {
        var wanted = search.get();
        background.run(() -> read(Long.MAX_VALUE, wanted), this::show, this::fail);
    }

    /// Adds older acts below those shown.
    public void older() {
        var shown = page.get();
        var wanted = search.get();
        shown.olderFrom()
                .ifPresent(from -> background.run(
                        () -> {
                            var older = read(from, wanted);
                            var rows = new ArrayList<>(shown.rows());
                            rows.addAll(older.rows());
                            return new Page(rows, older.size(), older.olderFrom());
                        },
                        this::show,
                        this::fail));
    }

    /// Recomputes every hash.
    public void verify() {
        proof.set(new Proof.Checking());
        background.run(() -> new Proof.Checked(home.journal().verify(), clock.instant()), proof::set, cause -> {
            proof.set(new Proof.NotAsked());
            fail(cause);
        });
    }

    private void show(Page read) {
        failure.set(Optional.empty());
        page.set(read);
    }

    private void fail(Exception cause) {
        failure.set(Optional.of(cause));
    }

    private Page read(long before, String wanted) {
        var needle = wanted.strip().toLowerCase(Locale.ROOT);
        var rows = new ArrayList<Row>();
        long from = Math.min(before, home.journal().size());
        while (from > 0 && rows.size() < ROWS) {
            for (var entry : home.journal().newest(from, READ_AT_ONCE)) {
                from = entry.number();
                var row = row(entry);
                if (fits(row, needle)) {
                    rows.add(row);
                }
                if (rows.size() == ROWS) {
                    break;
                }
            }
        }
        return new Page(rows, home.journal().size(), from > 0 ? Optional.of(from) : Optional.empty());
    }

    private Row row(JournalEntry entry) {
        return new Row(entry.number(), entry.at(), entry.act(), sentences.sentence(entry));
    }

    private static boolean fits(Row row, String needle) {
        return needle.isEmpty()
                || row.sentence().toLowerCase(Locale.ROOT).contains(needle)
                || row.act().contains(needle);
    }
}
