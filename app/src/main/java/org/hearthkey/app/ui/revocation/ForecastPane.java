package org.hearthkey.app.ui.revocation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Forecast.Names;
import org.hearthkey.core.policy.Finding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What handing all lists out would do at one place: who is refused from then on, who goes on, until when the home is safe,
/// and what would be hit that hardly can be meant.
final class ForecastPane extends VBox {
    private static final int MOST_NAMES = 8;

    private final Words words;
    private final Dates dates;

    ForecastPane(Forecast forecast, Words words, Dates dates) {
        super(16);
        this.words = words;
        this.dates = dates;
        getStyleClass().add("hk-forecast");
        getChildren().setAll(compared(forecast));
        forecast.hits().forEach(hit -> getChildren().add(note(hit, Tone.DANGER)));
        forecast.notes().forEach(note -> getChildren().add(note(note, Tone.WARNING)));
        getChildren().addAll(refused(forecast), goingOn(forecast), safe(forecast));
    }

    private Node compared(Forecast forecast) {
        var taken = forecast.taken();
        return Labels.second(taken.last()
                .map(last -> words.text("revocation.compared.reason", taken.place(), dates.nearDay(last.begun())))
                .orElseGet(() -> words.text("revocation.compared.nothing")));
    }

    private Node note(Finding finding, Tone tone) {
        return new Note(
                MaterialDesignA.ALERT_OUTLINE, FindingWords.in(words.locale()).text(finding), tone);
    }

    private Node refused(Forecast forecast) {
        var column = ConsequencesPane.column(
                MaterialDesignC.CANCEL,
                forecast.newlyRefused() == 0 ? Tone.NEUTRAL : Tone.DANGER,
                words.text("revocation.newly.title", forecast.newlyRefused()));
        forecast.zones().stream()
                .filter(zone -> zone.newly().count() > 0)
                .map(zone -> Labels.second(
                        words.text("revocation.newly.zone", zone.name().display(), names(zone.newly()))))
                .forEach(column.getChildren()::add);
        var before = forecast.zones().stream().mapToLong(Forecast.Zone::before).sum();
        if (before > 0) {
            column.getChildren().add(Labels.second(words.text("revocation.newly.before", before)));
        }
        return column;
    }

    private Node goingOn(Forecast forecast) {
        var column = ConsequencesPane.column(
                MaterialDesignC.CHECK_CIRCLE,
                Tone.SUCCESS,
                words.text("revocation.going-on.title", forecast.goingOn()));
        var zones = forecast.zones().stream()
                .filter(zone -> zone.goingOn().count() > 0)
                .map(zone -> words.text(
                        "revocation.going-on.zone",
                        zone.name().display(),
                        zone.goingOn().count()))
                .collect(Collectors.joining(", "));
        Stream.of(zones).filter(text -> !text.isEmpty()).map(Labels::second).forEach(column.getChildren()::add);
        return column;
    }

    private Node safe(Forecast forecast) {
        var column = ConsequencesPane.column(
                MaterialDesignT.TIMER_SAND,
                Tone.NEUTRAL,
                words.text("revocation.safe-until.title", dates.nearDay(forecast.safeUntil())));
        forecast.lapses().stream()
                .min(Comparator.comparing(Forecast.Lapse::at))
                .map(first -> IssuerNames.of(first.issuer(), words))
                .map(issuer -> Labels.second(words.text("revocation.safe-until.reason", issuer)))
                .ifPresent(column.getChildren()::add);
        return column;
    }

    private String names(Names names) {
        var first = String.join(", ", first(names));
        var more = names.count() - first(names).size();
        return more > 0 ? words.text("revocation.and-more", first, more) : first;
    }

    /// A dialog has room for some only.
    private static List<String> first(Names names) {
        return names.first().stream().limit(MOST_NAMES).toList();
    }
}
