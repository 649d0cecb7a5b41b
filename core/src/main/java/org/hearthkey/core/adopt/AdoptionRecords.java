package org.hearthkey.core.adopt;

import java.util.List;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.Credential;

/// Keeps what was taken over from other programs. Changing only inside a commit.
public interface AdoptionRecords {
    List<Adopted> all();

    /// What an adopted issuer had issued before, in the order in which the program kept it.
    List<FoundCertificate> issued(Role issuer);

    void add(Adopted adopted, List<FoundCertificate> issued);

    void revoke(Role issuer, SerialNumber serial, Credential.Revoked revoked);
}
