package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "root",
        description = "Take over a root that another program made, or try another kind beside your own.")
final class RootCommands {
    private final Session session;

    RootCommands(Session session) {
        this.session = session;
    }

    @Command(
            name = "import",
            description = {
                "Create a home around a root that another program made: its key, its revocations and the number of its"
                        + " last list are taken over. Nothing is written there.",
                "PLACE is a folder of openssl ca, easy-rsa or step-ca, or a database of XCA."
            })
    int importRoot(
            @Parameters(paramLabel = "PLACE") Path place,
            @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What you call the home.")
                    HomeName name,
            @Option(
                            names = "--zones",
                            split = ",",
                            paramLabel = "ZONE",
                            defaultValue = "lighting,climate,security",
                            description = "Its zones, with commas between them. Default: ${DEFAULT-VALUE}.")
                    List<ZoneName> zones,
            @Mixin AuthorityOptions options)
            throws StoppedException, RefusedException, IOException {
        var plan = HomeCommands.plan(session, name, zones).with(session.whetherRehearsed());
        return new Adopting(session, place, options).asRoot(plan);
    }
}
