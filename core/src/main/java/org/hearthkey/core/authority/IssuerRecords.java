package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.device.Credential;

/// The issuers of the home, for changing. Only inside a commit.
public interface IssuerRecords extends IssuerBook {
    void add(Zone zone);

    /// Adds the root or the services.
    void add(Issuer issuer, Instant at);

    /// Puts other certificates in the place of those of the issuer with this role.
    void replace(Issuer issuer);

    void add(Intermediate intermediate);

    /// Puts another certificate in the place of that of the issuer of another program.
    void replace(Intermediate intermediate);

    /// Takes the issuer of another program back.
    void revoke(Intermediate intermediate, Credential.Revoked revoked);

    /// Takes the issuer of a zone back.
    void withdraw(Withdrawn withdrawn);

    /// Takes an issuer back that is lost.
    void supersede(Superseded superseded);
}
