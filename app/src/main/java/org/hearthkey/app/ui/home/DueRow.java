package org.hearthkey.app.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.KeyKinds;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ActionRow;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.zones.ZonesView;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.SignedList;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Says in words what is due, and leads to where it is mended.
final class DueRow {
    private final Words words;
    private final Dates dates;
    private final Navigation navigation;
    private final Consumer<Alarm> looked;
    private final FindingWords findings;

    /// @param looked told of an alarm that the owner has looked at
    DueRow(Words words, Dates dates, Navigation navigation, Consumer<Alarm> looked) {
        this.words = words;
        this.dates = dates;
        this.navigation = navigation;
        this.looked = looked;
        findings = FindingWords.in(words.locale());
    }

    ActionRow of(Due due) {
        return switch (due) {
            case Due.TriedInVain(var tries) ->
                row(
                        MaterialDesignK.KEY_ALERT_OUTLINE,
                        Tone.DANGER,
                        words.text("home.tried.what", tries.count()),
                        words.text("home.tried.why", dates.nearDayAndTime(tries.last())),
                        dates.distance(tries.last()),
                        words.text("home.tried.button"),
                        Destination.to(Place.SETTINGS));
            case Due.Alarmed(var alarm, var device) -> alarmed(alarm, device);
            case Due.ListsKeptBack(var lists) -> keptBack(lists);
            case Due.NothingHandedOut(var devices) ->
                row(
                        MaterialDesignT.TRAY_ARROW_UP,
                        Tone.WARNING,
                        words.text("home.nothing.what"),
                        words.text("home.nothing.why", devices),
                        "",
                        words.text("home.nothing.button"),
                        Destination.to(Place.REVOCATION));
            case Due.ListsLapsed(var lists) -> lapsed(lists);
            case Due.ListsEndNow(var lists) -> lapsing(lists, Tone.DANGER);
            case Due.ListsEndSoon(var lists) -> lapsing(lists, Tone.WARNING);
            case Due.DeviceEnded(var device) -> ended(device);
            case Due.DeviceUnseen(var device) -> unseen(device);
            case Due.DeviceEnds(var device) -> ends(device);
            case Due.MoreDevices(var count) ->
                row(
                        MaterialDesignD.DEVICES,
                        Tone.WARNING,
                        words.text("home.more.what", count),
                        words.text("home.more.why"),
                        "",
                        words.text("home.more.button"),
                        Destination.to(Place.DEVICES));
            case Due.KeysEnd(var use) -> keysEnd(use);
            case Due.IssuerEnds(var issuer, var end) ->
                row(
                        MaterialDesignK.KEY_CHAIN_VARIANT,
                        Tone.WARNING,
                        words.text("home.issuer.what", IssuerNames.of(issuer, words), dates.day(end)),
                        words.text("home.issuer.why"),
                        left(end),
                        words.text("home.issuer.button"),
                        Destination.to(Place.TIMELINE));
            case Due.NoSheets _ ->
                row(
                        MaterialDesignL.LIFEBUOY,
                        Tone.WARNING,
                        words.text("home.nosheets.what"),
                        words.text("home.nosheets.why"),
                        "",
                        words.text("home.nosheets.button"),
                        Destination.to(Place.RECOVERY));
            case Due.DrillDue(var sheets) ->
                row(
                        MaterialDesignL.LIFEBUOY,
                        Tone.WARNING,
                        words.text("home.drill.what"),
                        words.text("home.drill.why", dates.day(sheets.proven())),
                        dates.distance(sheets.drillDue()),
                        words.text("home.drill.button"),
                        Destination.to(Place.RECOVERY));
            case Due.DeviceWaits(var device) ->
                row(
                        MaterialDesignH.HOME_IMPORT_OUTLINE,
                        Tone.ACCENT,
                        words.text("home.waits.what", device.listing().name().text()),
                        words.text(device.kind().isPresent() ? "home.waits.why" : "home.waits-codeless.why"),
                        "",
                        words.text("home.waits.button"),
                        Destination.to(Place.APPROVE, device.listing().name().text()));
            case Due.MoreWait(var count) ->
                row(
                        MaterialDesignH.HOME_IMPORT_OUTLINE,
                        Tone.ACCENT,
                        words.text("home.morewait.what", count),
                        words.text("home.morewait.why"),
                        "",
                        words.text("home.morewait.button"),
                        Destination.to(Place.SETTINGS));
            case Due.FirstDevice _ ->
                row(
                        MaterialDesignQ.QRCODE_SCAN,
                        Tone.ACCENT,
                        words.text("home.first.what"),
                        words.text("home.first.why"),
                        "",
                        words.text("home.first.button"),
                        Destination.to(Place.APPROVE));
        };
    }

    private ActionRow alarmed(Alarm alarm, Optional<Device> device) {
        var finding = new Finding(alarm.code(), Weight.REFUSAL, alarm.facts(), "");
        var on = dates.dayAndTime(alarm.raised());
        var why = device.map(known ->
                        words.text("home.alarm-other.why", on, known.name().text()))
                .orElseGet(() -> words.text("home.alarm.why", on));
        var button = new Button(words.text("home.alarm.button"));
        button.setOnAction(_ -> looked.accept(alarm));
        return new ActionRow(
                MaterialDesignB.BELL_RING_OUTLINE,
                Tone.DANGER,
                findings.sentence(finding),
                why,
                dates.distance(alarm.raised()),
                button);
    }

    private ActionRow keptBack(List<SignedList> lists) {
        var oldest = lists.getFirst();
        return row(
                MaterialDesignC.CANCEL,
                Tone.DANGER,
                words.text("home.keptback.what", lists.size(), IssuerNames.of(oldest.issuer(), words)),
                words.text(
                        "home.keptback.why",
                        lists.stream().mapToInt(SignedList::entries).sum()),
                words.text("home.since.time", dates.span(Math.abs(dates.daysUntil(oldest.thisUpdate())))),
                words.text("home.keptback.button"),
                Destination.to(Place.REVOCATION));
    }

    private ActionRow lapsed(List<SignedList> lists) {
        var first = lists.getFirst();
        return row(
                MaterialDesignP.PLAYLIST_REMOVE,
                Tone.DANGER,
                what("home.lapsed.what", lists),
                words.text("home.lapsed.why"),
                dates.distance(first.nextUpdate()),
                words.text("home.lapses.button"),
                Destination.to(Place.REVOCATION));
    }

    private ActionRow lapsing(List<SignedList> lists, Tone tone) {
        var first = lists.getFirst();
        return row(
                MaterialDesignP.PLAYLIST_REMOVE,
                tone,
                what("home.lapses.what", lists),
                what("home.lapses.why", lists),
                left(first.nextUpdate()),
                words.text("home.lapses.button"),
                Destination.to(Place.REVOCATION));
    }

    private String what(String key, List<SignedList> lists) {
        var first = lists.getFirst();
        return words.text(key, lists.size(), IssuerNames.of(first.issuer(), words), dates.nearDay(first.nextUpdate()));
    }

    private ActionRow ended(Device device) {
        var end = device.credential().end().orElseThrow();
        return row(
                MaterialDesignT.TIMER_OFF_OUTLINE,
                Tone.DANGER,
                words.text("home.ended.what", device.name().text()),
                words.text("home.ended.why", dates.dayAndTime(end)),
                dates.distance(end),
                words.text("home.device.button"),
                Destination.to(Place.DEVICES, device.id().toString()));
    }

    private ActionRow unseen(Device device) {
        return row(
                MaterialDesignE.EYE_OFF_OUTLINE,
                Tone.WARNING,
                words.text("home.unseen.what", device.name().text()),
                words.text("home.unseen.why", dates.day(device.added())),
                dates.distance(device.lapses()),
                words.text("home.device.button"),
                Destination.to(Place.DEVICES, device.id().toString()));
    }

    private ActionRow ends(Device device) {
        var end = device.credential().end().orElseThrow();
        return row(
                MaterialDesignC.CLOCK_ALERT_OUTLINE,
                Tone.WARNING,
                words.text("home.ends.what", device.name().text(), dates.nearDay(end)),
                words.text(
                        "home.ends.why",
                        dates.day(device.certified().orElseThrow().renewFrom())),
                left(end),
                words.text("home.device.button"),
                Destination.to(Place.DEVICES, device.id().toString()));
    }

    private ActionRow keysEnd(ProfileUse use) {
        var end = use.profile().notAfter().orElseThrow();
        var kind = KeyKinds.name(use.profile().kind());
        return row(
                MaterialDesignK.KEY_OUTLINE,
                Tone.WARNING,
                words.text("home.keys.what", use.devices().size(), kind, dates.day(end)),
                words.text("home.keys.why", KeyKinds.holders(use.devices(), words)),
                left(end),
                words.text("home.keys.button"),
                ZonesView.KEYS);
    }

    private String left(Instant end) {
        long days = dates.daysUntil(end);
        return days > 0 ? words.text("home.left.time", dates.span(days)) : dates.distance(end);
    }

    private ActionRow row(
            Ikon ikon, Tone tone, String what, String why, String howLong, String press, Destination destination) {
        var button = new Button(press);
        button.setOnAction(_ -> navigation.go(destination));
        return new ActionRow(ikon, tone, what, why, howLong, button);
    }
}
