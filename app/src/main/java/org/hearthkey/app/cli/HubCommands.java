package org.hearthkey.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "hub", description = "Say where hubs take what the home hands out, and certify them.")
final class HubCommands {
    private final Session session;

    HubCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Say where a hub takes bundles or urgent orders. Nothing is sent to it yet.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What you call the hub.") HubName name,
            @Parameters(
                            paramLabel = "URI",
                            description =
                                    "sftp://user@host/folder, https://host/path, mqtts://host (urgent orders only) or"
                                            + " file:///folder.")
                    HubAddress address,
            @Option(
                            names = "--password",
                            description = "At its SSH server a password opens, which is asked for. Without it: a key"
                                    + " that is made here.")
                    boolean password,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            description = "The first line of this file is that password.")
                    Optional<Path> passwordFile,
            @Option(
                            names = "--host-key",
                            paramLabel = "SHA256:...",
                            description = "What `ssh-keygen -l` says on the hub of its server's key.")
                    Optional<HostKey> hostKey)
            throws StoppedException, IOException {
        return new HubRegistering(session).add(name, address, password, passwordFile, hostKey);
    }

    @Command(description = "The hubs to which this home delivers.")
    int list() throws StoppedException, IOException {
        return new HubRegistering(session).list();
    }

    @Command(description = "Say where a hub lets the devices of a zone in, so that it can be tried.")
    int listen(
            @Parameters(paramLabel = "NAME", description = "Its name in `hub list`.") HubName name,
            @Parameters(paramLabel = "ZONE", description = "The zone whose devices are let in there.") ZoneName zone,
            @Parameters(
                            paramLabel = "URI",
                            description = "mqtts://host, https://host/path, or eap-tls://host for RADIUS, whose shared"
                                    + " secret is asked for.")
                    ListenerAddress address,
            @Option(
                            names = "--secret-file",
                            paramLabel = "FILE",
                            description = "The first line of this file is that secret.")
                    Optional<Path> secretFile)
            throws StoppedException, IOException {
        return new HubProbing(session).listen(name, zone, address, secretFile);
    }

    @Command(description = "Try a listener no more, and forget what became of it.")
    int unlisten(
            @Parameters(paramLabel = "NAME", description = "The hub's name in `hub list`.") HubName name,
            @Parameters(paramLabel = "ZONE", description = "The listener's zone.") ZoneName zone,
            @Parameters(paramLabel = "URI", description = "The listener's address.") ListenerAddress address)
            throws StoppedException, IOException {
        return new HubProbing(session).unlisten(name, zone, address);
    }

    @Command(
            description = "Say how to come to a hub’s broker as its administrator, to cut devices off: device isolate.")
    int admin(
            @Parameters(paramLabel = "NAME", description = "The hub's name in `hub list`.") HubName name,
            @Parameters(
                            paramLabel = "URI",
                            description = "mqtts://host, where a user with a password is let in, which is asked for.")
                    ListenerAddress address,
            @Option(names = "--user", required = true, paramLabel = "USER", description = "Who administers it.")
                    String user,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            description = "The first line of this file is the password.")
                    Optional<Path> passwordFile)
            throws StoppedException, IOException {
        return new HubProbing(session).admin(name, address, user, passwordFile);
    }

    @Command(name = "forget-admin", description = "Forget how to come to a hub’s broker as its administrator.")
    int forgetAdmin(@Parameters(paramLabel = "NAME", description = "The hub's name in `hub list`.") HubName name)
            throws StoppedException, IOException {
        return new HubProbing(session).forgetAdmin(name);
    }

    @Command(
            description = "Try whether a hub turns away who is revoked and lets others in, at each of its listeners."
                    + " Exit 6 if it does not.")
    int probe(@Parameters(paramLabel = "NAME", description = "Its name in `hub list`.") HubName name)
            throws StoppedException, IOException {
        return new HubProbing(session).probe(name);
    }

    @Command(
            description =
                    "Call a hub otherwise. What is kept of it stays; the hub then needs another certificate, for its"
                            + " name is in it.")
    int rename(
            @Parameters(paramLabel = "NAME", description = "Its name in `hub list`.") HubName name,
            @Parameters(paramLabel = "NEW", description = "What you call it from now on.") HubName to)
            throws StoppedException, IOException {
        return new HubRegistering(session).rename(name, to);
    }

    @Command(description = "Deliver to a hub no more, and forget what opened there.")
    int remove(@Parameters(paramLabel = "NAME", description = "Its name in `hub list`.") HubName name)
            throws StoppedException, IOException {
        return new HubRegistering(session).remove(name);
    }

    @Command(
            description = "Revoke all certificates of a hub and sign the list that names them. Nothing that it said is"
                    + " believed from then on.")
    int revoke(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Its name in `hub list`, or the one that it was certified by.")
                    HubName name,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "REASON",
                            description =
                                    "A name of RFC 5280, such as keyCompromise, superseded or cessationOfOperation.")
                    Reason reason)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            if (home.hubs().certificates(name).isEmpty()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("hub.uncertified", name));
            }
            new ListTelling(session).tellRevoked(name, home.hubs().revoke(name, reason), home.lists());
        }
        return Exit.DONE.code();
    }

    @Command(description = "Certify a hub from its request. The services issuer signs it.")
    int certify(
            @Parameters(paramLabel = "NAME", description = "What you call the hub.") DeviceName name,
            @Option(
                            names = "--csr",
                            required = true,
                            paramLabel = "FILE",
                            description = "The hub's certificate request.")
                    Path csr,
            @Option(
                            names = "--dns",
                            required = true,
                            arity = "1..*",
                            paramLabel = "NAME",
                            description = "The names that devices reach it by.")
                    List<DnsName> dns,
            @Option(
                            names = "--ip",
                            arity = "1..*",
                            paramLabel = "ADDRESS",
                            description = "The addresses that devices reach it by.")
                    List<InetAddress> addresses,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "How many days it lasts. Default: " + Lifetimes.SERVICE_DAYS + ".")
                    Optional<Integer> days,
            @Option(names = "--out", paramLabel = "DIR", description = "Write the certificate and its chain here.")
                    Optional<Path> out)
            throws StoppedException, IOException {
        var request = new Evidence(session).request(csr);
        var ips = addresses == null ? List.<InetAddress>of() : addresses;
        var hub = new HubApplication(name, request, dns, ips, days.orElse(Lifetimes.SERVICE_DAYS));
        try (var home = session.openToChange()) {
            var findings = home.hubs().review(hub);
            if (Findings.refuse(findings)) {
                throw session.findings().refusal(findings);
            }
            try (var handOver = session.handOver(name, out, KeySource.DEVICE)) {
                var certificate = home.hubs().certify(hub);
                var files =
                        handOver.write(certificate, home.issuers().services().certificate(), Optional.empty());
                tell(hub, certificate, files, findings);
            }
        }
        return Exit.DONE.code();
    }

    private void tell(HubApplication hub, Certificate certificate, List<Path> files, List<Finding> findings) {
        session.answers().give(() -> document(hub, certificate, files, findings), () -> {
            var lines = new ArrayList<>(session.findings().lines(findings));
            var end = session.dates().day(certificate.notAfter());
            lines.add(session.words().text("hub.done", hub.name().text(), end));
            files.forEach(file -> lines.add(session.words().text("written", file)));
            return lines.stream();
        });
    }

    private Map<String, Object> document(
            HubApplication hub, Certificate certificate, List<Path> files, List<Finding> findings) {
        var document = new LinkedHashMap<String, Object>();
        document.put("hub", hubDocument(hub));
        document.put("certificate", Documents.certificate(certificate));
        document.put("files", files.stream().map(Path::toString).toList());
        document.put("findings", session.findings().documents(findings));
        return document;
    }

    private static Map<String, Object> hubDocument(HubApplication hub) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", hub.name().text());
        document.put("dns", hub.dns().stream().map(DnsName::text).toList());
        document.put(
                "addresses",
                hub.addresses().stream().map(InetAddress::getHostAddress).toList());
        return document;
    }
}
