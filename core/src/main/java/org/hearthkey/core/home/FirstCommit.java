package org.hearthkey.core.home;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.authority.Permit;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Superseded;
import org.hearthkey.core.ceremony.Ceremonies;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.ShownBundle;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.Canaries;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Probers;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.SlotNote;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.witness.Loss;

/// Writes what a home's file holds from its first commit on.
final class FirstCommit {
    private static final long FIRST_SLOT = 1;

    private final Books books;
    private final Journal journal;
    private final InstantSource clock;
    private final SecureRandom random;

    FirstCommit(Books books, InstantSource clock, SecureRandom random) {
        this.books = books;
        this.clock = clock;
        this.random = random;
        journal = new Journal(books.journal(), clock, random);
    }

    /// A home that never was before.
    void create(NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress) {
        create(plan, slot, root, progress, (_, _) -> {});
    }

    /// The home of a buyer, in which the devices of the house wait.
    void receive(HouseContents house, NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress) {
        create(
                plan,
                slot,
                root,
                progress,
                (authority, rootKey) -> new Arrival(books, journal, clock).take(house, authority, rootKey));
    }

    /// What else is done while the root is awake.
    private interface Besides {
        void act(Authority authority, SigningKey rootKey);
    }

    private void create(NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress, Besides besides) {
        var id = plan.rehearsed() == Rehearsed.IS_REHEARSAL ? HomeId.REHEARSAL : HomeId.random(random);
        begin(plan.name(), id, clock.instant(), slot);
        journal.append(Note.of("home.create")
                .fact("home", id.text())
                .fact("rehearsed", plan.rehearsed().code())
                .detail("name", plan.name().text()));
        keepJournalKeys();
        try (var rootKey = keepNewRoot(root)) {
            progress.accept(CreationStep.SIGNING_ROOT);
            var authority = new Authority(id, clock, random);
            var maker = new IssuerMaker(books, authority, journal, clock, random);
            switch (root) {
                case NewRoot.Adopted(var found, var _, var _) -> maker.adoptRoot(found);
                case NewRoot.InFile _, NewRoot.OnToken _ -> maker.makeRoot(rootKey);
            }
            sign(authority, maker, plan.zones(), rootKey, BigInteger.ZERO, progress);
            besides.act(authority, rootKey);
        }
        plan.ceremony().ifPresent(held -> begin(held, new HomeFacts(plan.name(), id, clock.instant())));
        progress.accept(CreationStep.WRITING_FILE);
    }

    /// A home whose file is gone, but for its root key: see [#keepRoot] and [#noteRoot].
    void rebuild(Remains remains, LockPlan slot, OpenRoot rootKey, Consumer<CreationStep> progress) {
        var core = remains.core();
        begin(core.name(), core.home(), core.root().notBefore(), slot);
        var issuers = remains.issuers();
        journal.append(Note.of("home.rebuild")
                .fact("home", core.home().text())
                .fact("root", core.root().fingerprint().hex())
                .fact("set", (long) core.setIdentifier())
                .fact("coreIssued", core.issued().toString())
                .fact("lost", List.of("devices", "hubs", "journal", "issuers"))
                .fact("issuers", (long) issuers.size())
                .fact("intermediates", (long) core.others().size())
                .fact(
                        "bundles",
                        remains.bundles().stream().map(ShownBundle::number).toList())
                .fact("crlNumber", remains.newestList().toString())
                .detail("name", core.name().text()));
        acceptLoss(remains, rootKey);
        keepJournalKeys();
        var authority = new Authority(core.home(), clock, random);
        var maker = new IssuerMaker(books, authority, journal, clock, random);
        maker.keepRoot(core.root());
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        issuers.forEach((serial, notAfter) ->
                books.issuers().supersede(new Superseded(serial, notAfter, at, Reason.SUPERSEDED)));
        remains.bundles().forEach(books.deliveries()::shown);
        sign(authority, maker, remains.zones(), rootKey, remains.newestList(), progress);
        progress.accept(CreationStep.WRITING_FILE);
    }

    /// What the witnesses saw is lost, and the root says so. They are known by it from then on.
    private void acceptLoss(Remains remains, OpenRoot rootKey) {
        if (!remains.checkpoints().isEmpty()) {
            var loss = Loss.ofAll(remains.core().home(), remains.checkpoints());
            journal.append(loss.note(rootKey.attest(loss.statement())));
        }
    }

    /// The ceremony in which a home is made is kept with it, so that whatever breaks off, there is no home without it.
    private void begin(Ceremony held, HomeFacts facts) {
        var authority = new Authority(facts.id(), clock, random);
        var ceremonies = new Ceremonies(
                facts.name(), facts.id(), books.ceremonies(), signatory(authority), journal, new Within(), clock);
        var steps = held.done();
        var made = steps.getLast().endedAt(clock.instant());
        ceremonies.begin(
                new Ceremony(held.id(), held.script(), held.setting(), steps.subList(0, steps.size() - 1)).with(made));
    }

    private Signatory signatory(Authority authority) {
        return new Signatory(books.issuers(), books.keys(), authority, random, Permit.ALWAYS);
    }

    private void begin(HomeName name, HomeId id, Instant created, LockPlan slot) {
        books.identity().write(name, id, created);
        books.slotNotes()
                .write(
                        FIRST_SLOT,
                        new SlotNote(Optional.empty(), clock.instant(), slot.tokenPoint(), Optional.empty()));
    }

    private void sign(
            Authority authority,
            IssuerMaker maker,
            List<ZoneName> zones,
            SigningKey rootKey,
            BigInteger past,
            Consumer<CreationStep> progress) {
        maker.makeServices(rootKey);
        progress.accept(CreationStep.SIGNING_ZONES);
        zones.forEach(zone -> maker.makeZone(zone, rootKey));
        progress.accept(CreationStep.SIGNING_LISTS);
        lists(authority, past).signFirst(rootKey);
    }

    private void keepJournalKeys() {
        try (var key = Ed25519Key.generate(random)) {
            books.journalKeys().keepFirst(key);
        }
        try (var key = MlDsaKey.generate(random)) {
            books.journalKeys().keepSecond(key);
        }
    }

    private SigningKey keepNewRoot(NewRoot root) {
        return switch (root) {
            case NewRoot.InFile(var ways) -> {
                var made = SoftwareKey.generate(KeyProfile.P384, random);
                keepRoot(made, ways);
                yield made;
            }
            case NewRoot.Adopted(var _, var key, var ways) -> {
                keepRoot(key, ways);
                yield key;
            }
            case NewRoot.OnToken(var key, var uri) -> {
                noteRoot(uri);
                yield key;
            }
        };
    }

    void keepRoot(SoftwareKey key, List<LockPlan> ways) {
        books.keys().keepRoot(key, ways);
    }

    void noteRoot(TokenUri uri) {
        RootPlaces.note(books, journal, uri, clock, "root.token");
    }

    /// The lists of a home that is being made: all of it is one commit already.
    private Lists lists(Authority authority, BigInteger past) {
        var signatory = signatory(authority);
        return new Lists(
                books.devices(),
                books.lists(),
                new Canaries(books.canaries(), Probers.NONE, signatory, random),
                signatory,
                journal,
                new Within(),
                clock,
                past);
    }

    private static final class Within implements Commits {
        @Override
        public <R, X extends Exception> R commit(Work<R, X> work) throws X {
            return work.run();
        }
    }
}
