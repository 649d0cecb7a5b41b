package org.hearthkey.app.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.text.RetireWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.retire.Account;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "account",
        description = "By what a device is known elsewhere: access tokens and cloud accounts, to be taken back there.")
final class AccountCommands {
    private static final String NAME = "What you call it. Never the token or password itself.";

    private final Session session;

    AccountCommands(Session session) {
        this.session = session;
    }

    @Command(description = "The accounts of a device.")
    int list(@Parameters(paramLabel = "DEVICE", description = "The device.") DeviceName name)
            throws StoppedException, IOException {
        try (var home = session.open()) {
            tell(home, session.device(home, name));
        }
        return Exit.DONE.code();
    }

    @Command(description = "List an account of a device.")
    int add(
            @Parameters(paramLabel = "DEVICE", description = "The device.") DeviceName name,
            @Parameters(paramLabel = "ACCOUNT", description = NAME) AccountName account,
            @Option(
                            names = "--sort",
                            paramLabel = "SORT",
                            description = "vendor-cloud or access-token. Default: vendor-cloud.")
                    Optional<Account.Sort> sort)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            if (home.retirements().find(device, account).isPresent()) {
                throw new StoppedException(Exit.REFUSED, session.words().text("account.there", name, account));
            }
            home.retirements().add(device, account, sort.orElse(Account.Sort.VENDOR_CLOUD));
            tell(home, device);
        }
        return Exit.DONE.code();
    }

    @Command(description = "Tick an account off: you took it back where it is.")
    int done(
            @Parameters(paramLabel = "DEVICE", description = "The device.") DeviceName name,
            @Parameters(paramLabel = "ACCOUNT", description = "What you call it.") AccountName account)
            throws StoppedException, IOException {
        try (var home = session.openToChange()) {
            var device = session.device(home, name);
            var found = home.retirements()
                    .find(device, account)
                    .orElseThrow(() ->
                            new StoppedException(Exit.REFUSED, session.words().text("account.unknown", name, account)));
            home.retirements().tickOff(device, found);
            tell(home, device);
        }
        return Exit.DONE.code();
    }

    private void tell(Home home, Device device) {
        var accounts = home.retirements().accounts(device);
        var said = new RetireWords(Words.in(Locale.ENGLISH), session.dates());
        session.answers()
                .give(
                        () -> accounts.stream().map(RetireTelling::account).toList(),
                        () -> accounts.isEmpty()
                                ? Stream.of(session.words()
                                        .text("account.none", device.name().text()))
                                : accounts.stream()
                                        .map(account -> (account.removed().isPresent() ? "[x] " : "[ ] ")
                                                + Plain.text(account.name().text()) + ": " + said.account(account)));
    }
}
