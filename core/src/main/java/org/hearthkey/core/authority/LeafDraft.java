package org.hearthkey.core.authority;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearthkey.core.certificate.ProductArc;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.ZoneName;

/// What a certificate at the end of a chain will say. Times are cut to whole seconds, as certificates have them.
public sealed interface LeafDraft {
    PublicKeyInfo key();

    Instant notBefore();

    Instant notAfter();

    /// A device of a zone, which proves itself to the hub.
    ///
    /// @param id the device's own number, for as long as it keeps this key
    /// @param dns its one DNS name, within the zone
    /// @param policyNumber the zone's
    record DeviceLeaf(
            DeviceName name,
            UUID id,
            ZoneName zone,
            DnsName dns,
            int policyNumber,
            PublicKeyInfo key,
            Instant notBefore,
            Instant notAfter)
            implements LeafDraft {
        public DeviceLeaf {
            if (!dns.isWithin(zone.dnsName())) {
                throw new IllegalArgumentException(dns + " is not within " + zone.dnsName());
            }
            ProductArc.zonePolicy(policyNumber);
            notBefore = Validity.wholeSeconds(notBefore);
            notAfter = Validity.wholeSeconds(notAfter);
        }
    }

    /// The hub or another server of the home, which proves itself to devices and browsers.
    ///
    /// @param name as a device's: 1 to 64 visible characters
    /// @param dns and `addresses`: where it is reached; at least one of either
    record HubLeaf(
            String name,
            List<DnsName> dns,
            List<InetAddress> addresses,
            PublicKeyInfo key,
            Instant notBefore,
            Instant notAfter)
            implements LeafDraft {
        public HubLeaf {
            name = new DeviceName(name).text();
            dns = List.copyOf(dns);
            addresses = List.copyOf(addresses);
            if (dns.isEmpty() && addresses.isEmpty()) {
                throw new IllegalArgumentException(
                        "Clients do not read the common name: give a DNS name or an address");
            }
            notBefore = Validity.wholeSeconds(notBefore);
            notAfter = Validity.wholeSeconds(notAfter);
        }
    }

    /// This home itself, which proves itself to a hub when it delivers.
    record HomeLeaf(PublicKeyInfo key, Instant notBefore, Instant notAfter) implements LeafDraft {
        public HomeLeaf {
            notBefore = Validity.wholeSeconds(notBefore);
            notAfter = Validity.wholeSeconds(notAfter);
        }
    }

    /// The key that signs bundles while the root sleeps. It names no host, so no server can use it.
    record ManifestLeaf(PublicKeyInfo key, Instant notBefore, Instant notAfter) implements LeafDraft {
        public ManifestLeaf {
            notBefore = Validity.wholeSeconds(notBefore);
            notAfter = Validity.wholeSeconds(notAfter);
        }
    }
}
