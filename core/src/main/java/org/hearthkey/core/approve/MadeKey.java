package org.hearthkey.core.approve;

import java.util.Arrays;
import org.hearthkey.core.certificate.OneTimePassword;

/// A private key made here for a device that cannot make its own: a PKCS#12 file and the password that opens it. Neither
/// is kept; closing forgets both.
public final class MadeKey implements AutoCloseable {
    private final byte[] pkcs12;
    private final OneTimePassword password;

    /// Takes both over.
    MadeKey(byte[] pkcs12, OneTimePassword password) {
        this.pkcs12 = pkcs12;
        this.password = password;
    }

    /// The file, encrypted under the one-time password.
    public byte[] pkcs12() {
        return pkcs12.clone();
    }

    /// To be shown once.
    public OneTimePassword password() {
        return password;
    }

    @Override
    public void close() {
        Arrays.fill(pkcs12, (byte) 0);
        password.close();
    }

    @Override
    public String toString() {
        return "MadeKey";
    }
}
