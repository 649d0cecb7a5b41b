package org.hearthkey.core.authority;

import java.time.Instant;
import org.hearthkey.core.certificate.Certificate;
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

    /// Notes that an issuer has another certificate for its key now: what it had is worth something until it ends.
    ///
    /// @param name the role's code, or the name of another program's issuer
    void recertified(String name, Certificate before);

    /// Takes back what an issuer had before: see [#recertified].
    void supersedeEarlier(String name, Credential.Revoked revoked);

    /// Takes the issuer of another program back.
    void revoke(Intermediate intermediate, Credential.Revoked revoked);

    /// Takes the issuer of a zone back.
    void withdraw(Withdrawn withdrawn);

    /// Takes an issuer back that is lost.
    void supersede(Superseded superseded);
}
