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
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Lifetimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "hub", description = "Give the hub its own server certificate.")
final class HubCommands {
    private final Session session;

    HubCommands(Session session) {
        this.session = session;
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
        try (var home = session.open()) {
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
