package org.hearthkey.app.ui.home;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Tile;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.policy.Lifetimes;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The six tiles below what is due: what ends next, the lists, what was handed out, the last proven backup, the journal,
/// its witnesses.
final class OverviewTiles {
    private final HomeContext context;
    private final Words words;
    private final Dates dates;

    OverviewTiles(HomeContext context) {
        this.context = context;
        this.words = context.words();
        this.dates = context.dates();
    }

    Node of(Overview overview) {
        return new TileRows(List.of(
                next(overview),
                lists(overview),
                handedOut(overview),
                backup(overview),
                journal(overview),
                witness(overview)));
    }

    private Tile next(Overview overview) {
        return overview.nextToEnd()
                .map(device -> {
                    var end = device.credential().end().orElseThrow();
                    boolean soon = device.credential().stateAt(overview.at()) != DeviceState.TRUSTED;
                    var tile = tile(
                            MaterialDesignC.CALENDAR_ARROW_RIGHT,
                            "home.next.caption",
                            Destination.to(Place.DEVICES, device.id().toString()));
                    tile.show(
                            dates.nearDay(end),
                            words.text("home.next.reason", device.name().text(), dates.distance(end)),
                            soon ? Tone.WARNING : Tone.NEUTRAL);
                    return tile;
                })
                .orElseGet(() -> {
                    var tile = tile(
                            MaterialDesignC.CALENDAR_ARROW_RIGHT, "home.next.caption", Destination.to(Place.TIMELINE));
                    tile.show(words.text("home.next.none"), words.text("home.next.nobody"), Tone.NEUTRAL);
                    return tile;
                });
    }

    private Tile lists(Overview overview) {
        var tile = tile(MaterialDesignP.PLAYLIST_REMOVE, "home.lists.caption", Destination.to(Place.REVOCATION));
        overview.firstToLapse().ifPresent(list -> {
            boolean lapsed = !overview.at().isBefore(list.nextUpdate());
            tile.show(
                    words.text(lapsed ? "home.lists.lapsed" : "home.lists.until", dates.shortDay(list.nextUpdate())),
                    words.text("home.lists.reason", IssuerNames.of(list.issuer(), words)),
                    tone(overview.at(), list.nextUpdate()));
        });
        return tile;
    }

    private static Tone tone(Instant now, Instant end) {
        if (!now.plus(Lifetimes.LISTS_END_NOW).isBefore(end)) {
            return Tone.DANGER;
        }
        return now.plus(Lifetimes.LISTS_END_SOON).isBefore(end) ? Tone.NEUTRAL : Tone.WARNING;
    }

    private Tile handedOut(Overview overview) {
        var tile = tile(MaterialDesignT.TRAY_ARROW_UP, "home.handedout.caption", Destination.to(Place.REVOCATION));
        overview.handedOut()
                .ifPresentOrElse(
                        bundle -> tile.show(
                                dates.distance(bundle.at()),
                                words.text("home.handedout.reason", dates.day(bundle.at())),
                                Tone.NEUTRAL),
                        () -> tile.show(
                                words.text("home.handedout.never"),
                                words.text("home.handedout.nowhere"),
                                Tone.NEUTRAL));
        return tile;
    }

    private Tile backup(Overview overview) {
        var tile = tile(MaterialDesignL.LIFEBUOY, "home.backup.caption", Destination.to(Place.RECOVERY));
        overview.sheets()
                .ifPresentOrElse(
                        sheets -> tile.show(
                                dates.distance(sheets.proven()),
                                words.text("home.backup.reason", dates.shortDay(sheets.drillDue())),
                                overview.recoveryDue() > 0 ? Tone.WARNING : Tone.NEUTRAL),
                        () -> tile.show(words.text("home.backup.none"), words.text("home.backup.lost"), Tone.WARNING));
        return tile;
    }

    private Tile journal(Overview overview) {
        var tile = tile(MaterialDesignN.NOTEBOOK_CHECK_OUTLINE, "home.journal.caption", Destination.to(Place.JOURNAL));
        switch (overview.journal()) {
            case JournalVerdict.Intact(var size, var _) ->
                tile.show(
                        words.text("home.journal.intact"),
                        words.text("home.journal.reason", size, dates.shortMoment(overview.at())),
                        Tone.NEUTRAL);
            case JournalVerdict.Broken(var _, var first) ->
                tile.show(words.text("home.journal.broken"), words.text("home.journal.where", first), Tone.DANGER);
        }
        return tile;
    }

    private Tile witness(Overview overview) {
        var tile = tile(MaterialDesignE.EYE_CHECK_OUTLINE, "home.witness.caption", Destination.to(Place.JOURNAL));
        new WitnessTile(words, dates).show(tile, overview.standing());
        return tile;
    }

    private Tile tile(Ikon ikon, String caption, Destination destination) {
        var tile = new Tile(ikon, words.text(caption));
        tile.setOnAction(_ -> context.navigation().go(destination));
        return tile;
    }
}
