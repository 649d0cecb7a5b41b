package org.hearthkey.app.text;

import java.util.List;
import java.util.regex.Pattern;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Verdict;

/// Says in one sentence what an entry of the journal tells.
public final class JournalWords {
    private static final Pattern ZONE_OF_SUBJECT = Pattern.compile("OU=zone ([a-z0-9-]+)");

    private final Words words;

    public JournalWords(Words words) {
        this.words = words;
    }

    /// One sentence without its period. An act of a later release is told by its code.
    public String sentence(JournalEntry entry) {
        return switch (entry.act()) {
            case "home.create" -> words.text("journal.homecreate.act", detail(entry, "name"));
            case "root.create" -> words.text("journal.rootcreate.act");
            case "root.token" -> words.text("journal.roottoken.act");
            case "root.move" -> words.text("journal.rootmove.act");
            case "root.copy" -> words.text("journal.rootcopy.act");
            case "services.create" -> words.text("journal.servicescreate.act");
            case "zone.create" -> words.text("journal.zonecreate.act", zoneOfSubject(detail(entry, "subject")));
            case "crl.sign" ->
                words.text("journal.crlsign.act", issuer(entry), fact(entry, "crlNumber"), number(entry, "entries"));
            case "device.approve" ->
                words.text("journal.approve.act", detail(entry, "name"), zone(detail(entry, "zone")));
            case "device.renew" -> words.text("journal.renew.act", detail(entry, "name"));
            case "device.revoke" -> words.text("journal.revoke.act", detail(entry, "name"));
            case "device.pair" -> words.text("journal.pair.act", detail(entry, "name"), zone(detail(entry, "zone")));
            case "device.unpair" -> words.text("journal.unpair.act", detail(entry, "name"));
            case "device.leave" -> words.text("journal.leave.act", detail(entry, "name"));
            case "device.retire" -> words.text("journal.retire.act", detail(entry, "name"));
            case "device.repurpose" -> words.text("journal.repurpose.act", detail(entry, "name"));
            case "retire.confirm" -> words.text("journal.retirestep.act", detail(entry, "name"), fact(entry, "step"));
            case "account.add" -> words.text("journal.accountadd.act", detail(entry, "name"), detail(entry, "account"));
            case "account.remove" ->
                words.text("journal.accountremove.act", detail(entry, "name"), detail(entry, "account"));
            case "device.seen" -> words.text("journal.seen.act", detail(entry, "name"));
            case "alarm.raise" -> words.text("journal.alarm.act");
            case "alarm.look" -> words.text("journal.alarmlook.act");
            case "zone.rules" -> words.text("journal.zonerules.act", zone(detail(entry, "zone")));
            case "pairing.open" -> words.text("journal.pairingopen.act", fact(entry, "closes"));
            case "pairing.close" -> words.text("journal.pairingclose.act");
            case "setup-code.show" -> words.text("journal.codeshow.act", detail(entry, "name"));
            case "setup-code.print" -> words.text("journal.codeprint.act", detail(entry, "name"));
            case "setup-code.hand-over" -> words.text("journal.codehandover.act", detail(entry, "name"));
            case "setup-code.photo" -> words.text("journal.codephoto.act", detail(entry, "name"));
            case "setup-code.destroy" -> words.text("journal.codedestroy.act", detail(entry, "name"));
            case "hub.certify" -> words.text("journal.hub.act", detail(entry, "name"));
            case "hub.revoke" -> words.text("journal.hubrevoke.act", detail(entry, "name"));
            case "hub.add" -> words.text("journal.hubadd.act", detail(entry, "name"), detail(entry, "address"));
            case "hub.pin" -> words.text("journal.hubpin.act", detail(entry, "name"));
            case "hub.rename" -> words.text("journal.hubrename.act", detail(entry, "name"), detail(entry, "to"));
            case "hub.remove" -> words.text("journal.hubremove.act", detail(entry, "name"));
            case "hub.probe-key" -> words.text("journal.hubprobekey.act", detail(entry, "hub"));
            case "broker.admin" -> words.text("journal.brokeradmin.act", detail(entry, "hub"));
            case "broker.forget" -> words.text("journal.brokerforget.act", detail(entry, "hub"));
            case "listener.add" ->
                words.text("journal.listeneradd.act", detail(entry, "hub"), detail(entry, "address"));
            case "listener.remove" ->
                words.text("journal.listenerremove.act", detail(entry, "hub"), detail(entry, "address"));
            case "probe.run" -> words.text(probed(entry), detail(entry, "hub"), zone(fact(entry, "zone")));
            case "zone.withdraw" -> words.text("journal.withdraw.act", zone(detail(entry, "zone")));
            case "hand-over.package" ->
                words.text("journal.housepackage.act", number(entry, "devices"), number(entry, "codes"));
            case "hand-over.cancel" -> words.text("journal.housecancel.act");
            case "hand-over.receipt" -> words.text("journal.housereceipt.act");
            case "hand-over.end" -> words.text("journal.houseend.act");
            case "hand-over.receive" ->
                words.text("journal.housereceive.act", number(entry, "devices"), number(entry, "codes"));
            case "waiting.dismiss" -> words.text("journal.waitingdismiss.act", detail(entry, "name"));
            case "home.rebuild" -> words.text("journal.rebuild.act", detail(entry, "name"));
            case "rollover.begin" -> words.text("journal.rolloverbegin.act");
            case "rollover.handed" -> words.text("journal.rolloverhanded.act", detail(entry, "name"));
            case "rollover.knows" -> words.text("journal.rolloverknows.act", detail(entry, "name"));
            case "rollover.finish" -> words.text("journal.rolloverfinish.act");
            case "rollover.cancel" -> words.text("journal.rollovercancel.act");
            case "rollover.certify" ->
                entry.details().containsKey("name")
                        ? words.text("journal.rolloverother.act", detail(entry, "name"))
                        : words.text("journal.rollovercertify.act", fact(entry, "issuer"));
            case "zone.reissue" -> words.text("journal.reissue.act", detail(entry, "subject"));
            case "profile.zones" -> words.text("journal.profile.act", fact(entry, "profile"));
            case "issuer.adopt" -> words.text("journal.adopt.act", detail(entry, "subject"), fact(entry, "source"));
            case "adopted.revoke" -> words.text("journal.adoptedrevoke.act", detail(entry, "subject"));
            case "intermediate.sign" -> words.text("journal.intermediate.act", detail(entry, "name"));
            case "intermediate.withdraw" -> words.text("journal.intermediateback.act", detail(entry, "name"));
            case "recovery.issue" -> words.text("journal.sheets.act", number(entry, "sheets"), number(entry, "set"));
            case "recovery.drill" -> words.text("journal.drill.act", number(entry, "set"));
            case "recovery.kept-at" -> words.text("journal.keptat.act", detail(entry, "place"));
            case "ceremony.begin" -> words.text("journal.ceremonybegin.act", detail(entry, "title"));
            case "ceremony.resume" -> words.text("journal.ceremonyresume.act", number(entry, "from"));
            case "ceremony.step" -> words.text("journal.ceremonystep.act", number(entry, "number"));
            case "ceremony.stop" -> words.text("journal.ceremonystop.act", detail(entry, "reason"));
            case "ceremony.end" -> words.text("journal.ceremonyend.act", detail(entry, "title"));
            case "order.send" -> words.text("journal.ordersend.act", number(entry, "bundle"));
            case "receipt.read" -> words.text("journal.receipt.act", detail(entry, "hub"), number(entry, "bundle"));
            case "home.certify" -> words.text("journal.homecertify.act");
            case "signer.renew" -> words.text("journal.signer.act");
            case "signer.second" -> words.text("journal.secondsigner.act", fact(entry, "key"));
            case "bundle.sign" ->
                words.text("journal.bundlesign.act", number(entry, "bundle"), Delivery.place(detail(entry, "target")));
            case "program.sign" -> words.text("journal.programsign.act", Delivery.place(detail(entry, "target")));
            case "forecast.confirm" -> words.text("journal.forecast.act", detail(entry, "target"));
            case "bundle.deliver" -> words.text("journal.bundledeliver.act", number(entry, "bundle"));
            case "slot.add" -> words.text("journal.slotadd.act", slot(entry));
            case "slot.change" -> words.text("journal.slotchange.act", slot(entry));
            case "slot.raise" -> words.text("journal.slotraise.act", slot(entry));
            case "slot.rename" -> words.text("journal.slotrename.act", slot(entry));
            case "slot.remove" -> words.text("journal.slotremove.act", slot(entry));
            case "vault.key" -> words.text("journal.vaultkey.act", list(entry, "ended"));
            case "trust.add" -> words.text("journal.trustadd.act", fact(entry, "subject"));
            case "trust.remove" -> words.text("journal.trustremove.act", fact(entry, "subject"));
            case "unlock.failed" ->
                words.text(
                        "journal.unlockfailed.act", number(entry, "tries"), fact(entry, "first"), fact(entry, "last"));
            case "root.failed" ->
                words.text("journal.rootfailed.act", number(entry, "tries"), fact(entry, "first"), fact(entry, "last"));
            case "root.ways" -> words.text("journal.rootways.act");
            case "parallel.create" -> words.text("journal.parallelcreate.act", fact(entry, "algorithm"));
            case "parallel.end" -> words.text("journal.parallelend.act", fact(entry, "algorithm"));
            case "journal.second-key" -> words.text("journal.second-key.act");
            case "journal.key" -> words.text("journal.key.act");
            case "journal.accept-loss" -> words.text("journal.loss.act");
            case "clock.ahead" -> words.text("journal.clockahead.act", fact(entry, "from"), fact(entry, "to"));
            case "clock.accept" -> words.text("journal.clockaccept.act");
            case "person.forget" ->
                words.text("journal.forget.act", number(entry, "entries"), number(entry, "devices"));
            default -> entry.act();
        };
    }

    private static String probed(JournalEntry entry) {
        return switch (Outcome.of(Verdict.of(fact(entry, "canary")), Verdict.of(fact(entry, "control")))) {
            case ENFORCED -> "journal.probeenforced.act";
            case NOT_ENFORCED -> "journal.probeopen.act";
            case LOCKED_OUT -> "journal.probelocked.act";
            case UNPROVEN -> "journal.probeunproven.act";
        };
    }

    /// Details may have been forgotten, while the proof stays.
    private String detail(JournalEntry entry, String name) {
        return entry.details().get(name) instanceof String text ? text : words.text("journal.forgotten.detail");
    }

    /// The slot that a home began with has no name until it gets one.
    private String slot(JournalEntry entry) {
        return entry.details().get("name") instanceof String name
                ? name
                : words.text("journal.slotunnamed.detail", number(entry, "slot"));
    }

    private static String fact(JournalEntry entry, String name) {
        return entry.facts().get(name) instanceof String text ? text : "";
    }

    private static int list(JournalEntry entry, String name) {
        return entry.facts().get(name) instanceof List<?> list ? list.size() : 0;
    }

    private static long number(JournalEntry entry, String name) {
        return entry.facts().get(name) instanceof Number number ? number.longValue() : 0;
    }

    private String issuer(JournalEntry entry) {
        return switch (fact(entry, "issuer")) {
            case "root" -> words.text("issuer.root.name");
            case "services" -> words.text("issuer.services.name");
            case String zone -> zone(zone);
        };
    }

    private static String zone(String text) {
        return ZoneName.parse(text).map(ZoneName::display).orElse(text);
    }

    private static String zoneOfSubject(String subject) {
        var zone = ZONE_OF_SUBJECT.matcher(subject);
        return zone.find() ? zone(zone.group(1)) : subject;
    }
}
