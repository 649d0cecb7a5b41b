package org.hearthkey.app.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/// The command line as a whole: its nouns, and the one place where every failure is answered.
@Command(
        name = "hearthkey",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Keeps the keys of a home. Without a command it opens the window.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:refused by a rule; the findings say which, and nothing changed",
            " 2:the command line is wrong",
            " 3:wrong passphrase, or a factor is missing",
            " 4:the home's file is damaged, older than its witness, or newer than this release",
            " 5:a file, drive, network or device failed; nothing half-done was left behind",
            "70:our mistake; the message names a log file"
        })
public final class Hearthkey {
    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    private Hearthkey() {}

    /// Runs one command in this process.
    ///
    /// @param version what `--version` answers
    /// @return the exit code
    public static int run(String version, String... args) {
        return run(Surroundings.ofThisProcess(version), args);
    }

    /// All commands, as they are known to this program.
    static CommandLine commands(Surroundings around) {
        var root = new Hearthkey();
        var session = new Session(around, root.options);
        return root.commandLine(session, new Failures(session), around);
    }

    static int run(Surroundings around, String... args) {
        var root = new Hearthkey();
        var session = new Session(around, root.options);
        var failures = new Failures(session);
        try {
            int code = root.commandLine(session, failures, around).execute(args);
            return session.answers().arrived() ? code : failures.answerLost();
        } catch (Error mistake) {
            return failures.answer(mistake);
        }
    }

    private CommandLine commandLine(Session session, Failures failures, Surroundings around) {
        var line = new CommandLine(this);
        var nouns = List.of(
                new CommandLine(new HomeCommands(session)).addSubcommand(new SlotCommands(session)),
                new ProfileCommands(session),
                new CommandLine(new RootCommands(session)).addSubcommand(new ParallelCommands(session)),
                new ZoneCommands(session),
                new IntermediateCommands(session),
                new AdoptedCommands(session),
                new ScanCommand(session),
                new CommandLine(new DeviceCommands(session)).addSubcommand(new AccountCommands(session)),
                new TrustCommands(session),
                new PairingCommands(session),
                new SetupCodeCommands(session),
                new AlarmCommands(session),
                new TimelineCommand(session),
                new CrlCommands(session),
                new ExportCommands(session),
                new BundleCommands(session),
                new DriveCommands(session),
                new HubCommands(session),
                new RecoveryCommands(session),
                new RolloverCommands(session),
                new CeremonyCommands(session),
                new TokenCommands(session),
                new JournalCommands(session),
                new CertificateCommands(session),
                new PassphraseCommands(session));
        nouns.forEach(line::addSubcommand);
        TypedValues.teach(line);
        line.getCommandSpec().version("hearthkey " + around.version());
        return line.setExpandAtFiles(false)
                .setOut(new PrintWriter(around.out(), true, around.out().charset()))
                .setErr(new PrintWriter(around.err(), true, around.err().charset()))
                .setParameterExceptionHandler(failures::misused)
                .setExecutionExceptionHandler((failure, _, _) -> failures.answer(failure));
    }
}
