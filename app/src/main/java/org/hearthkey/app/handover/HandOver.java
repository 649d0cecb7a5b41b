package org.hearthkey.app.handover;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.MadeKey;
import org.hearthkey.core.certificate.Certificate;

/// The files that go to a device or a hub with its certificate: the certificate, the chain, the key where it was made here,
/// and whom a device is to trust while the home's root is changed.
public final class HandOver implements AutoCloseable {
    private final String name;
    private final Optional<NewFiles> files;
    private final List<Certificate> roots;

    /// Reserves the files.
    ///
    /// @param files where they go; empty if none were asked for
    public HandOver(String name, Optional<NewFiles> files, KeySource keySource) throws IOException {
        this(name, files, keySource, List.of());
    }

    /// Reserves the files.
    ///
    /// @param files where they go; empty if none were asked for
    /// @param roots whom the device is to trust from now on; empty if that is as it was
    public HandOver(String name, Optional<NewFiles> files, KeySource keySource, List<Certificate> roots)
            throws IOException {
        this.name = name;
        this.files = files;
        this.roots = List.copyOf(roots);
        if (files.isPresent()) {
            reserve(files.get(), keySource);
        }
    }

    private void reserve(NewFiles folder, KeySource keySource) throws IOException {
        try {
            folder.reserve(certificateFile());
            folder.reserve(chainFile());
            if (!roots.isEmpty()) {
                folder.reserve(rootsFile());
            }
            if (keySource == KeySource.MADE_HERE) {
                folder.reserveSecret(keyFile());
            }
        } catch (IOException taken) {
            folder.close();
            throw taken;
        }
    }

    /// Writes what was issued.
    ///
    /// @return the files that are there now
    public List<Path> write(Certificate certificate, Certificate issuer, Optional<MadeKey> madeKey) throws IOException {
        if (files.isEmpty()) {
            return List.of();
        }
        var folder = files.get();
        folder.write(certificateFile(), certificate.pem().getBytes(US_ASCII));
        folder.write(chainFile(), (certificate.pem() + issuer.pem()).getBytes(US_ASCII));
        if (!roots.isEmpty()) {
            folder.write(
                    rootsFile(),
                    roots.stream().map(Certificate::pem).collect(joining()).getBytes(US_ASCII));
        }
        if (madeKey.isPresent()) {
            folder.write(keyFile(), madeKey.get().pkcs12());
        }
        return folder.keep();
    }

    /// Whether a device gets a new root with these files.
    public boolean hasRoots() {
        return files.isPresent() && !roots.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (files.isPresent()) {
            files.get().close();
        }
    }

    private String certificateFile() {
        return name + "-cert.pem";
    }

    private String chainFile() {
        return name + "-chain.pem";
    }

    private String rootsFile() {
        return name + "-roots.pem";
    }

    private String keyFile() {
        return name + ".p12";
    }
}
