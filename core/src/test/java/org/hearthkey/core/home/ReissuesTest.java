package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.revoke.ProbeSet;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReissuesTest {
    private final TestHomes clock = new TestHomes();
    private final Passphrase root = TestHomes.rootPassphrase();

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void takesAnIssuerBack() throws Exception {
        home = clock.create(folder.resolve("Maple.hearth"));
        home.withdrawals().withdraw(TestHomes.LIGHTING, Reason.KEY_COMPROMISE, RootSecret.of(root));
    }

    @AfterEach
    void closesAll() {
        home.close();
        root.close();
    }

    private Zone lighting() {
        return home.issuers().zone(TestHomes.LIGHTING).orElseThrow();
    }

    private Certificate issuer() {
        return lighting().issuer().certificate();
    }

    @Test
    void theNewIssuerHasTheNameOfTheOldOneAndAnotherKey() throws Exception {
        var before = issuer();
        var policy = lighting().policyNumber();
        home.reissues().zone(TestHomes.LIGHTING, RootSecret.of(root));
        assertEquals(before.subject(), issuer().subject());
        assertEquals(policy, lighting().policyNumber());
        assertNotEquals(before.publicKey(), issuer().publicKey());
        assertEquals(Optional.empty(), home.issuers().withdrawn(TestHomes.LIGHTING));
        var list = home.lists().signRoots(RootSecret.of(root));
        assertEquals(1, list.entries());
        assertTrue(home.lists()
                .crl(list.issuer())
                .filter(crl -> crl.lists(before.serial()))
                .isPresent());
    }

    @Test
    void itsListsAreTriedWithWhatItSignedItself() throws Exception {
        home.reissues().zone(TestHomes.LIGHTING, RootSecret.of(root));
        assertTrue(home.canaries()
                .own(TestHomes.LIGHTING)
                .map(ProbeSet::control)
                .filter(control -> control.isSignedBy(issuer()))
                .isPresent());
        assertTrue(home.lists()
                .crl(lighting().issuer().role())
                .filter(list -> list.isSignedBy(issuer()))
                .isPresent());
    }

    @Test
    void anIssuerInForceIsNotReplaced() {
        assertThrows(
                IllegalArgumentException.class, () -> home.reissues().zone(TestHomes.SECURITY, RootSecret.of(root)));
    }
}
