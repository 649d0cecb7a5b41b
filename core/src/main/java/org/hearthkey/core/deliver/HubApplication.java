package org.hearthkey.core.deliver;

import java.net.InetAddress;
import java.util.List;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;

/// A hub that asks for its server certificate.
///
/// @param dns the names that devices reach it by; at least one
/// @param addresses the addresses that devices reach it by
/// @param days how long the certificate lasts
public record HubApplication(
        DeviceName name, CertificateRequest request, List<DnsName> dns, List<InetAddress> addresses, int days) {
    public HubApplication {
        dns = List.copyOf(dns);
        addresses = List.copyOf(addresses);
        if (dns.isEmpty()) {
            throw new IllegalArgumentException("A hub has at least one DNS name");
        }
    }
}
