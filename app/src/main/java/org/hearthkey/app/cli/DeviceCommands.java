package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.label.AttestationFiles;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.RequestRules;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "device", description = "Approve, list, renew and revoke devices.")
final class DeviceCommands {
    private static final String DAYS = "How many days the certificate lasts. Default: " + Lifetimes.DEVICE_DAYS + ".";
    private static final String ATTESTATION =
            "A file by which its maker vouches for it: a certificate, declaration, voucher or signed request. May be "
                    + "given several times.";
    private static final String OUT = "Write the certificate and its chain into this folder.";

    private final Session session;

    DeviceCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Approve one device: what speaks for and against it, then its certificate.")
    int approve(
            @Mixin LabelOptions label,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What you call it.")
                    DeviceName name,
            @Option(names = "--zone", required = true, paramLabel = "ZONE", description = "The zone it belongs to.")
                    ZoneName zone,
            @Option(names = "--type", paramLabel = "T", description = "What it is, such as camera.", defaultValue = "")
                    String type,
            @Option(names = "--owner", paramLabel = "O", description = "Whose it is.", defaultValue = "") String owner,
            @Option(names = "--location", paramLabel = "L", description = "Where it stands.", defaultValue = "")
                    String location,
            @Option(names = "--csr", paramLabel = "FILE", description = "The device's certificate request.")
                    Optional<Path> csr,
            @Option(names = "--attestation", paramLabel = "FILE", description = ATTESTATION) @Nullable
                    List<Path> attestation,
            @Option(names = "--days", paramLabel = "N", description = DAYS) Optional<Integer> days,
            @Option(
                            names = "--profile",
                            paramLabel = "P",
                            description = "The kind of key that it must have: a name in `profile list`.")
                    Optional<String> profile,
            @Mixin JoinOptions joining,
            @Option(names = "--out", paramLabel = "DIR", description = OUT) Optional<Path> out)
            throws StoppedException, IOException {
        var words = session.words();
        if (label.given() > 1) {
            throw new StoppedException(Exit.MISUSED, words.text("scan.sources"));
        }
        var wrong = joining.contradiction(out);
        if (wrong.isPresent()) {
            throw new StoppedException(Exit.MISUSED, words.text(wrong.get()));
        }
        var application = Application.of(name, zone)
                .particulars(particulars(type, owner, location))
                .lasting(days.orElse(Lifetimes.DEVICE_DAYS));
        if (attestation != null) {
            application = application.attestation(AttestationFiles.read(attestation));
        }
        var complete = new Evidence(session).add(label.read(), csr, joining.add(application));
        var differs = complete.request()
                .flatMap(request -> profile.flatMap(expected -> RequestRules.profile(request.publicKey(), expected)));
        if (differs.isPresent()) {
            throw session.findings().refusal(List.of(differs.get()));
        }
        return new DeviceApproving(session, joining.confirm, out).approve(complete);
    }

    @Command(
            name = "approve-all",
            description =
                    "Approve every request in a folder. One line of JSON a device, once the home's file holds it.")
    int approveAll(
            @Parameters(paramLabel = "FOLDER", description = "Where the requests are.") Path folder,
            @Option(names = "--zone", required = true, paramLabel = "ZONE", description = "The zone of all of them.")
                    ZoneName zone,
            @Option(names = "--days", paramLabel = "N", description = DAYS) Optional<Integer> days,
            @Option(
                            names = "--attestation",
                            paramLabel = "DIR",
                            description = "Where their makers' files are: for the request NAME.csr the files called "
                                    + "NAME-attestation, with any ending, and those in the folder of that name. "
                                    + "It may be FOLDER itself.")
                    Optional<Path> attestation,
            @Option(names = "--out", paramLabel = "DIR", description = OUT) Optional<Path> out)
            throws StoppedException, IOException {
        return new FolderApproving(session, zone, days.orElse(Lifetimes.DEVICE_DAYS), attestation, out)
                .approveAll(folder);
    }

    @Command(description = "The devices of the home, by name.")
    int list(
            @Option(names = "--zone", paramLabel = "Z", description = "Only this zone.") Optional<ZoneName> zone,
            @Option(
                            names = "--state",
                            paramLabel = "S",
                            description = "trusted, approved-not-seen, lapsed, ends-soon, ended, revoked or retired. "
                                    + "Who is retired is revoked as well.")
                    Optional<DeviceState> state,
            @Option(
                            names = "--expiring-within",
                            paramLabel = "DAYS",
                            description = "Only what has ended or ends within this time, such as 30d.")
                    Optional<Days> within,
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            description = "Part of a name, type, owner, location or serial number.")
                    Optional<String> text)
            throws StoppedException, IOException {
        var now = session.now();
        var query = DeviceQuery.all(now).matching(text.orElse(""));
        query = zone.map(query::inZone).orElse(query);
        query = state.map(query::in).orElse(query);
        query = within.map(Days::duration)
                .map(now::plus)
                .map(query::endingBefore)
                .orElse(query);
        try (var home = session.open()) {
            new DeviceTelling(session, home).tell(query);
        }
        return Exit.DONE.code();
    }

    @Command(
            description = "The devices that came with the house and wait to be set up again. Approve one by its name:"
                    + " the code that came with it is used.")
    int waiting(
            @Option(
                            names = "--dismiss",
                            paramLabel = "NAME",
                            description = "Say that this one will not be set up, and forget its code.")
                    Optional<DeviceName> dismissed)
            throws StoppedException, IOException {
        try (var home = dismissed.isPresent() ? session.openToChange() : session.open()) {
            var telling = new WaitingTelling(session, home);
            if (dismissed.isPresent()) {
                telling.dismiss(dismissed.get());
            } else {
                telling.tell();
            }
        }
        return Exit.DONE.code();
    }

    @Command(description = "One device, and every certificate it ever had.")
    int show(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(names = "--out", paramLabel = "DIR", description = OUT) Optional<Path> out)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            new DeviceTelling(session, home).tell(session.device(home, name), out);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Give a device a new certificate. The old one stays valid to its end.")
    int renew(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(
                            names = "--csr",
                            required = true,
                            paramLabel = "FILE",
                            description = "The device's new certificate request.")
                    Path csr,
            @Option(names = "--days", paramLabel = "N", description = DAYS) Optional<Integer> days,
            @Option(
                            names = "--confirm",
                            paramLabel = "WAY",
                            description = "For a device that is being set up: presence or digits, as in approve.")
                    Optional<ConfirmBy> confirm,
            @Option(names = "--attestation", paramLabel = "FILE", description = ATTESTATION) @Nullable
                    List<Path> attestation,
            @Option(names = "--out", paramLabel = "DIR", description = OUT) Optional<Path> out)
            throws StoppedException, IOException {
        var request = new Evidence(session).request(csr);
        var shown = attestation == null ? List.<Shown>of() : AttestationFiles.read(attestation);
        return new DeviceApproving(session, confirm, out)
                .renew(name, request, days.orElse(Lifetimes.DEVICE_DAYS), shown);
    }

    @Command(description = "Say that a device was seen to work: by you, or by a hub’s log.")
    int seen(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "The device that you saw work.")
                    Optional<DeviceName> name,
            @Option(
                            names = "--log",
                            paramLabel = "FILE",
                            description = "A hub’s log, in which devices that were let in are looked for.")
                    Optional<Path> log)
            throws StoppedException, IOException {
        if (name.isPresent() == log.isPresent()) {
            throw new StoppedException(Exit.MISUSED, session.words().text("seen.one"));
        }
        try (var home = session.openToChange()) {
            var telling = new SeenTelling(session, home);
            if (name.isPresent()) {
                telling.saw(session.device(home, name.get()));
            } else {
                telling.read(log.orElseThrow());
            }
        }
        return Exit.DONE.code();
    }

    @Command(description = "Revoke a device and sign its zone's next revocation list.")
    int revoke(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description =
                                    "A name of RFC 5280, such as keyCompromise, superseded or cessationOfOperation.")
                    Reason reason)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var review = home.revocations().review(session.device(home, name), reason);
            if (review.refusal().isPresent()) {
                throw session.findings().refusal(review.refusal().stream().toList());
            }
            var list = home.revocations().revoke(new RevocationApproval(review));
            new ListTelling(session).tellRevoked(review.device(), list, home.lists());
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Lead a device out of the home: revoke it and keep what else is done, until all is. Run it again"
                            + " to go on.")
    int retire(
            @Parameters(paramLabel = "NAME", description = "The device.") DeviceName name,
            @Option(
                            names = "--done",
                            arity = "1..*",
                            paramLabel = "STEP",
                            description = "You did this: hub (removed there by hand), accounts or factory-reset.")
                    @Nullable
                    List<Step> done,
            @Option(
                            names = "--destroy-code",
                            description = "Forget its setup code. Asks for the root passphrase or token.")
                    boolean destroyCode,
            @Option(names = "--out", paramLabel = "FILE", description = "Write the proof sheet here, a PDF.")
                    Optional<Path> out,
            @Option(names = "--paper", paramLabel = "SIZE", description = "a4 or letter. Default: a4.")
                    Optional<Paper> paper)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            var telling = new RetireTelling(session, home);
            telling.goOn(device, Optional.ofNullable(done).orElse(List.of()), destroyCode);
            var written = out.isPresent()
                    ? Optional.of(telling.write(device, out.get(), paper.orElse(Paper.A4)))
                    : Optional.<Path>empty();
            telling.tell(device, written);
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Let a retired device start anew: its code may be used once more, for another device with its own"
                            + " identity and key. Asks for the root passphrase or token.")
    int repurpose(@Parameters(paramLabel = "NAME", description = "The device.") DeviceName name)
            throws StoppedException, RefusedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            if (!home.retirements().of(device).isRetired()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("retire.not-retired", name.text()));
            }
            try (var root = session.tokens().root(home)) {
                home.retirements().repurpose(device, root.secret());
            }
            session.answers()
                    .give(
                            () -> Map.of("device", name.text(), "repurposed", true),
                            () -> Stream.of(session.words().text("retire.repurposed", name.text())));
        }
        return Exit.DONE.code();
    }

    @Command(
            description =
                    "Cut a compromised device off now: revoke it, tell the hubs, end its session, and try whether it"
                            + " stays out. Exit 6 if that was not seen.")
    int isolate(@Parameters(paramLabel = "NAME", description = "The device.") DeviceName name)
            throws StoppedException, IOException {
        return new DeviceIsolating(session).isolate(name);
    }

    private Particulars particulars(String type, String owner, String location) throws StoppedException {
        try {
            return new Particulars(type, owner, location);
        } catch (IllegalArgumentException tooLong) {
            throw new StoppedException(Exit.MISUSED, session.words().text("approve.particulars.wrong"));
        }
    }
}
