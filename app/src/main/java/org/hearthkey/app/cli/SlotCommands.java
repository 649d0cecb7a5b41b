package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.Optional;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.token.TokenUri;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "slot",
        description = "Add, rename or remove a way to unlock the home. Asks for the root passphrase or token.")
final class SlotCommands {
    private final Session session;

    SlotCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Add another passphrase, a token, or both together, that unlocks the home.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What you call it.") SlotName name,
            @Option(
                            names = "--new-token",
                            paramLabel = "URI",
                            description =
                                    "A token, such as pkcs11:token=Maple, with its key for unlocking or a new one.")
                    Optional<TokenUri> token,
            @Option(
                            names = "--with-passphrase",
                            description = "The new token unlocks only together with a new passphrase.")
                    boolean both)
            throws StoppedException, RefusedException, IOException {
        var unlocking = new HomeUnlocking(session);
        if (token.isEmpty()) {
            if (both) {
                throw new StoppedException(Exit.MISUSED, session.words().text("slot.both.token"));
            }
            return unlocking.add(name);
        }
        return both ? unlocking.addBoth(name, token.get()) : unlocking.addToken(name, token.get());
    }

    @Command(description = "Call a slot something else.")
    int rename(
            @Parameters(paramLabel = "SLOT", description = "Its number in `home slots`.") long slot,
            @Parameters(paramLabel = "NAME", description = "What you call it.") SlotName name)
            throws StoppedException, RefusedException, IOException {
        return new HomeUnlocking(session).rename(slot, name);
    }

    @Command(description = "Remove a way to unlock. Older copies of the file still open with it.")
    int remove(@Parameters(paramLabel = "SLOT", description = "Its number in `home slots`.") long slot)
            throws StoppedException, RefusedException, IOException {
        return new HomeUnlocking(session).remove(slot);
    }
}
