package org.hearthkey.core.authority;

import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.ZoneName;

/// The distinguished names of one home. Each begins with the home's random id and, below the root, with what the holder
/// belongs to, because directoryName constraints compare beginnings.
record Subjects(HomeId home) {
    X500Name root() {
        return builder().addRDN(BCStyle.CN, "Root R1").build();
    }

    X500Name services() {
        return servicesUnit().addRDN(BCStyle.CN, "Services CA").build();
    }

    X500Name hub(String name) {
        return servicesUnit().addRDN(BCStyle.CN, verbatim(name)).build();
    }

    X500Name manifestSigner() {
        return servicesUnit().addRDN(BCStyle.CN, "Bundle signer").build();
    }

    X500Name homeItself() {
        return servicesUnit().addRDN(BCStyle.CN, "Home").build();
    }

    /// What every name in a zone begins with; the zone's directoryName constraint.
    X500Name zoneBase(ZoneName zone) {
        return zoneUnit(zone).build();
    }

    X500Name zone(ZoneName zone) {
        return zoneUnit(zone).addRDN(BCStyle.CN, "Zone CA " + zone.text()).build();
    }

    /// What every name below an intermediate begins with; its directoryName constraint.
    X500Name intermediateBase(ZoneName name) {
        return intermediateUnit(name).build();
    }

    X500Name intermediate(ZoneName name) {
        return intermediateUnit(name)
                .addRDN(BCStyle.CN, "Intermediate CA " + name.text())
                .build();
    }

    X500Name device(LeafDraft.DeviceLeaf draft) {
        return zoneUnit(draft.zone())
                .addRDN(BCStyle.CN, verbatim(draft.name().text()))
                .addRDN(BCStyle.SERIALNUMBER, draft.id().toString())
                .build();
    }

    /// A name that begins with the whole of another, so that every directoryName constraint treats both alike.
    static X500Name below(X500Name name) {
        var longer = new X500NameBuilder(BCStyle.INSTANCE);
        for (var rdn : name.getRDNs()) {
            longer.addRDN(rdn.getFirst());
        }
        return longer.addRDN(BCStyle.OU, "probe").build();
    }

    /// As text, the builder would take what begins with `#` for hex.
    private static DERUTF8String verbatim(String name) {
        return new DERUTF8String(name);
    }

    private X500NameBuilder builder() {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, home.text());
    }

    private X500NameBuilder servicesUnit() {
        return builder().addRDN(BCStyle.OU, "services");
    }

    private X500NameBuilder intermediateUnit(ZoneName name) {
        return builder().addRDN(BCStyle.OU, "intermediate " + name.text());
    }

    private X500NameBuilder zoneUnit(ZoneName zone) {
        return builder().addRDN(BCStyle.OU, "zone " + zone.text());
    }
}
