package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.ParallelRoot;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelRootsTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    private ParallelRoot create(ParallelKind kind) throws IOException, RefusedException {
        try (var root = TestHomes.rootPassphrase()) {
            return home.parallelRoots().create(kind, RootSecret.of(root));
        }
    }

    @Test
    void theJdkValidatesTheChainsOfMlDsaDownToADevice() throws Exception {
        var made = create(ParallelKind.ML_DSA_65);
        validate(made, Optional.empty());
    }

    @Test
    void bouncyCastleValidatesTheChainsOfSlhDsaDownToADevice() throws Exception {
        var made = create(ParallelKind.SLH_DSA_SHA2_128S);
        validate(made, Optional.of(new BouncyCastleProvider()));
    }

    private void validate(ParallelRoot made, Optional<Provider> provider) throws Exception {
        assertEquals(
                List.of("root", "services", "lighting", "security"),
                made.certificates().stream().map(ParallelRoot.Parallel::of).toList());
        var read = made.certificates().stream()
                .map(each -> read(each.der().bytes(), provider))
                .toList();
        var anchor = read.getFirst();
        assertTrue(anchor.getSubjectX500Principal().getName().contains("EXPERIMENTAL"));
        var lamp = read(approve().bytes(), provider);
        validate(anchor, List.of(read.get(1)), provider);
        validate(anchor, List.of(lamp, read.get(2)), provider);
        assertThrows(CertPathValidatorException.class, () -> validate(anchor, List.of(lamp, read.get(3)), provider));
        var real = read(home.issuers().root().certificate().der().bytes(), provider);
        assertThrows(CertPathValidatorException.class, () -> validate(real, List.of(read.get(2)), provider));
    }

    private Der approve() {
        var application = Application.of(new DeviceName("Lamp"), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=lamp"));
        var outcome = home.approvals().issue(new Approval(home.approvals().review(application)));
        return assertInstanceOf(Outcome.Issued.class, outcome).certificate().der();
    }

    private static X509Certificate read(byte[] der, Optional<Provider> provider) {
        try {
            var factory = provider.isPresent()
                    ? CertificateFactory.getInstance("X.509", provider.get())
                    : CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException refused) {
            throw new AssertionError(refused);
        }
    }

    private void validate(X509Certificate anchor, List<X509Certificate> path, Optional<Provider> provider)
            throws GeneralSecurityException {
        var factory = provider.isPresent()
                ? CertificateFactory.getInstance("X.509", provider.get())
                : CertificateFactory.getInstance("X.509");
        var validator = provider.isPresent()
                ? CertPathValidator.getInstance("PKIX", provider.get())
                : CertPathValidator.getInstance("PKIX");
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        validator.validate(factory.generateCertPath(path), parameters);
    }

    @Test
    void isKeptAndForgottenAndWrittenDown() throws IOException, RefusedException {
        var made = create(ParallelKind.ML_DSA_65);
        assertThrows(IllegalStateException.class, () -> create(ParallelKind.ML_DSA_65));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        assertEquals(Optional.of(made), home.parallelRoots().root());
        home.parallelRoots().end();
        assertEquals(Optional.empty(), home.parallelRoots().root());
        assertThrows(IllegalStateException.class, () -> home.parallelRoots().end());
        var acts = home.journal().newest(Long.MAX_VALUE, 2);
        assertEquals("parallel.end", acts.getFirst().act());
        assertEquals("parallel.create", acts.getLast().act());
        assertEquals("ML-DSA-65", acts.getLast().facts().get("algorithm"));
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void takesTheRootsSecret() throws IOException {
        try (var passphrase = TestHomes.passphrase()) {
            assertThrows(
                    RefusedException.class,
                    () -> home.parallelRoots().create(ParallelKind.ML_DSA_65, RootSecret.of(passphrase)));
        }
        assertEquals(Optional.empty(), home.parallelRoots().root());
    }

    @Test
    void noBundleHoldsIt() throws IOException, RefusedException {
        create(ParallelKind.ML_DSA_65);
        var drive = Files.createDirectory(folder.resolve("drive"));
        home.deliveries().export(drive);
        try (Stream<Path> files = Files.walk(drive)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, ISO_8859_1).contains("EXPERIMENTAL"), file.toString());
                assertFalse(file.toString().contains("experimental"), file.toString());
            }
        }
    }
}
