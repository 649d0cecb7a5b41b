package org.hearthkey.core.home;

import java.io.IOException;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.SetupCodeRecords;
import org.hearthkey.core.device.SetupCodeRecords.Kept;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.SecretBytes;

/// The codes from the boxes of devices. Whoever has one can take its device over, so an unlocked home alone shows none:
/// the root's secret is asked for each time, and the journal says for which device and why.
public final class SetupCodes {
    /// The largest picture of a label that is kept: with the longest code it still fits into one record of the file.
    public static final int MOST_PHOTO_BYTES = 56 * 1024;

    private final SetupCodeRecords codes;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;

    SetupCodes(SetupCodeRecords codes, Signatory signatory, Journal journal, Commits commits) {
        this.codes = codes;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
    }

    /// What a code is shown for.
    public enum Use {
        /// On the screen.
        SHOW("setup-code.show"),
        /// On a sheet of stickers.
        PRINT("setup-code.print"),
        /// To whoever gets the device.
        HAND_OVER("setup-code.hand-over");

        private final String act;

        Use(String act) {
            this.act = act;
        }
    }

    /// What is kept for this device, without the code.
    public Optional<Kept> find(Device device) {
        return codes.find(device.id());
    }

    /// The whole code in UTF-8. Whoever opens it closes it.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    /// @throws IllegalArgumentException if no code is kept for this device
    public SecretBytes open(Device device, Use use, RootSecret secret) throws RefusedException, IOException {
        prove(secret);
        return commits.commit(() -> {
            journal.append(note(use.act, device));
            return codes.open(device.id());
        });
    }

    /// The whole code, and the picture of its label if there is one, both for the screen. Whoever opens them closes them.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    /// @throws IllegalArgumentException if no code is kept for this device
    public OpenedLabel show(Device device, RootSecret secret) throws RefusedException, IOException {
        prove(secret);
        return commits.commit(() -> {
            journal.append(note(Use.SHOW.act, device));
            return new OpenedLabel(codes.open(device.id()), codes.openPhoto(device.id()));
        });
    }

    /// The picture of its label, if there is one.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Optional<SecretBytes> openPhoto(Device device, RootSecret secret) throws RefusedException, IOException {
        prove(secret);
        return commits.commit(() -> {
            journal.append(note(Use.SHOW.act, device));
            return codes.openPhoto(device.id());
        });
    }

    /// Keeps a picture of the label beside the code.
    ///
    /// @param picture at most [#MOST_PHOTO_BYTES]
    /// @throws IllegalArgumentException if it is larger, or no code is kept for this device
    public void keepPhoto(Device device, SecretBytes picture) {
        if (picture.length() > MOST_PHOTO_BYTES) {
            throw new IllegalArgumentException("This picture is too large");
        }
        commits.commit(() -> {
            codes.keepPhoto(device.id(), picture);
            journal.append(note("setup-code.photo", device));
            return device;
        });
    }

    /// Forgets code and picture. Older copies of the file still know them.
    ///
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public void destroy(Device device, RootSecret secret) throws RefusedException, IOException {
        prove(secret);
        commits.commit(() -> {
            codes.destroy(device.id());
            journal.append(note("setup-code.destroy", device));
            return device;
        });
    }

    private void prove(RootSecret secret) throws RefusedException, IOException {
        signatory.proveRoot(secret).close();
    }

    private static Note note(String act, Device device) {
        return Note.of(act)
                .fact("device", device.id().toString())
                .detail("name", device.name().text());
    }
}
