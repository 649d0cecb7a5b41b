package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.SoftHsm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsTest {
    @TempDir
    private Path folder;

    private SoftHsm hsm;
    private SoftHsm.Token device;
    private Shell shell;

    @BeforeEach
    void takesAToken() {
        hsm = SoftHsm.here();
        device = hsm.take();
        shell = new Shell(folder);
        shell.secretFile("pin", SoftHsm.PIN);
        shell.secretFile("wrong-pin", "9999");
    }

    @Test
    void aRootOnATokenSignsEveryIssuerAndOthersAgree() throws IOException {
        var made = create().exits(0).json();
        assertFalse(made.get("rootInFile").booleanValue());
        assertEquals(1, made.get("rootTokens").size());

        withPin("zone", "add", "garden").exits(0);
        withPin("crl", "sign", "--zone", "root").exits(0);

        Files.createDirectories(shell.path("stick"));
        shell.run("export", "usb", shell.path("stick").toString(), "--json").exits(0);
        Peer.of("openssl", shell.path("stick/hearthkey"))
                .run(
                        "verify",
                        "-CAfile",
                        "root.pem",
                        "zones/lighting/issuer.pem",
                        "zones/garden/issuer.pem",
                        "services/issuer.pem")
                .accepts();
        hsm.objects(device)
                .says("sensitive, always sensitive, never extractable, local")
                .says("label:      hearthkey root");
    }

    @Test
    void whatCannotBeUndoneIsSaidFirstAndWantsItsOwnWord() {
        var refused = token("home", "create", "--name", "Maple Street", "--root", device.uri())
                .exits(1);
        assertTrue(refused.err().contains("--no-copy-of-root"), refused::err);
        assertTrue(refused.err().contains("Nobody can copy it"), refused::err);
        assertFalse(Files.exists(shell.home()));
        assertEquals("", objects());
    }

    @Test
    void sheetsBringTheHomeBackAndTheTokenItsRoot() throws IOException {
        create().exits(0);
        var sheets = shell.path("sheets.pdf").toString();
        withPin("recovery", "issue", "--out", sheets, "--read-back", sheets).exits(0);
        shell.run("recovery", "drill", "--share", sheets).exits(0);
        var core = shell.path("core.hearthcore").toString();
        shell.run("recovery", "core", "--out", core).exits(0);
        shell.run("recovery", "drill", "--share", sheets, "--core", core).exits(0);
        shell.secretFile("passphrase", "nobody has lost these words yet");
        var restored = withPin("recovery", "restore", "--share", sheets).exits(0);
        assertTrue(restored.err().contains("on a token"), restored::err);
        withPin("zone", "add", "garden").exits(0);
        Files.delete(shell.home());
        var anew = new String[] {
            "recovery",
            "restore",
            "--share",
            sheets,
            "--core",
            core,
            "--new-home",
            shell.home().toString()
        };
        var refused = token(anew).exits(1);
        assertTrue(refused.err().contains("--root"), refused::err);
        withPin(Stream.concat(Stream.of(anew), Stream.of("--root", device.uri()))
                        .toArray(String[]::new))
                .exits(0);
        withPin("zone", "add", "garden").exits(0);
    }

    @Test
    void theRootPassphraseIsOfNoUseWhereTheRootIsOnAToken() {
        create().exits(0);
        shell.secretFile("root-passphrase", Shell.ROOT_PASSPHRASE);
        var refused = shell.root(
                "zone", "add", "garden", "--pkcs11-module", hsm.module().toString());
        assertEquals(3, refused.exit());
    }

    @Test
    void aWrongPinSignsNothingAndTheRightOneStillDoes() {
        create().exits(0);
        var before = commit();
        var refused = token(
                        "zone",
                        "add",
                        "garden",
                        "--pin-file",
                        shell.path("wrong-pin").toString())
                .exits(3);
        assertTrue(refused.err().contains("not the token’s PIN"), refused::err);
        assertEquals(before, commit());
        withPin("zone", "add", "garden").exits(0);
    }

    @Test
    void withoutItsTokenTheRootSignsNothing() {
        create().exits(0);
        var before = commit();
        device.pull();
        withPin("zone", "add", "garden").exits(3);
        withPin("crl", "sign", "--zone", "root").exits(3);
        assertEquals(before, commit());
    }

    @Test
    void aHomeThatCannotBeWrittenLeavesNoKeyBehind() throws IOException {
        Files.createDirectories(shell.home().resolveSibling("Maple.hearth.new"));
        var failed = token(
                "home",
                "create",
                "--name",
                "Maple Street",
                "--root",
                device.uri(),
                "--no-copy-of-root",
                "--pin-file",
                shell.path("pin").toString(),
                "--home",
                shell.path("no/such/folder/X.hearth").toString());
        assertNotEquals(0, failed.exit());
        assertEquals("", objects());
    }

    @Test
    void aKeyThatIsThereBecomesTheRoot() {
        hsm.program("pkcs11-tool")
                .run(
                        "--module",
                        hsm.module().toString(),
                        "--token-label",
                        device.label(),
                        "--login",
                        "--pin",
                        SoftHsm.PIN,
                        "--keypairgen",
                        "--key-type",
                        "EC:secp384r1",
                        "--usage-sign",
                        "--sensitive",
                        "--label",
                        "mine",
                        "--id",
                        "07")
                .accepts();
        var made = token(
                        "home",
                        "create",
                        "--name",
                        "Maple Street",
                        "--root",
                        device.uri() + ";id=%07",
                        "--no-copy-of-root",
                        "--pin-file",
                        shell.path("pin").toString(),
                        "--json")
                .exits(0);
        assertTrue(made.json().get("rootTokens").get(0).stringValue().contains("id=%07"));
        withPin("zone", "add", "garden").exits(0);
    }

    @Test
    void aRootInTheFileIsCopiedAndBothSign() {
        shell = Shell.withHome(folder);
        var copied = token(
                        "home",
                        "root-to-token",
                        device.uri() + ";object=copy",
                        "--pin-file",
                        shell.path("pin").toString(),
                        "--root-passphrase-file",
                        shell.path("root-passphrase").toString())
                .exits(0);
        assertTrue(copied.out().contains("This is a copy, not a move"), copied::out);
        withPin("zone", "add", "garden").exits(0);
        shell.root("zone", "add", "porch").exits(0);
    }

    @Test
    void aRootIsMovedOnlyByItsOwnWordAndThenOnlyTheTokenSigns() throws IOException {
        shell = Shell.withHome(folder);
        var before = Files.readAllBytes(shell.home());
        var root = new String[] {
            "home",
            "root-to-token",
            device.uri() + ";object=moved",
            "--move",
            "--pin-file",
            shell.path("pin").toString(),
            "--root-passphrase-file",
            shell.path("root-passphrase").toString()
        };
        var refused = token(root).exits(1);
        assertTrue(refused.err().contains("--no-copy-of-root"), refused::err);
        assertArrayEquals(before, Files.readAllBytes(shell.home()));
        assertEquals("", objects());
        var moved = token(Stream.concat(Stream.of(root), Stream.of("--no-copy-of-root"))
                        .toArray(String[]::new))
                .exits(0);
        assertTrue(moved.err().contains("taken out of this file"), moved::err);
        assertFalse(shell.run("home", "show", "--json")
                .exits(0)
                .json()
                .get("rootInFile")
                .booleanValue());
        withPin("zone", "add", "garden").exits(0);
        shell.root("zone", "add", "porch").exits(3);
        shell.run("journal", "verify").exits(0);
    }

    @Test
    void aSlotOfBothWantsBothAndIsAPresentWayIn() {
        shell = Shell.withHome(folder);
        shell.secretFile("beside", "a third sentence of its own");
        shell.secretFile("new", "seven quiet herons at dusk");
        token(
                        "home",
                        "slot",
                        "add",
                        "Blue token",
                        "--new-token",
                        device.uri(),
                        "--with-passphrase",
                        "--new-passphrase-file",
                        shell.path("beside").toString(),
                        "--pin-file",
                        shell.path("pin").toString(),
                        "--root-passphrase-file",
                        shell.path("root-passphrase").toString())
                .exits(0);
        assertEquals(3, byToken(device, "pin").exit());
        byBoth("home", "show").exits(0);
        byBoth("home", "slot", "add", "Anna").exits(0);
        byBoth("home", "passphrase").exits(0);
        shell.secretFile("beside", "seven quiet herons at dusk");
        byBoth("home", "slots", "--json").exits(0);
        assertEquals(3, shell.run("home", "slots", "--json").exits(0).json().size());
    }

    private Shell.Answer byBoth(String... arguments) {
        var more = Stream.of(
                "--home",
                shell.home().toString(),
                "--token",
                device.uri(),
                "--pin-file",
                shell.path("pin").toString(),
                "--passphrase-file",
                shell.path("beside").toString(),
                "--new-passphrase-file",
                shell.path("new").toString(),
                "--root-passphrase-file",
                shell.path("root-passphrase").toString(),
                "--pkcs11-module",
                hsm.module().toString());
        return shell.bare(Stream.concat(Stream.of(arguments), more).toArray(String[]::new));
    }

    @Test
    void aTokenAloneAddsAPassphraseButHasNoneToChange() {
        shell = Shell.withHome(folder);
        shell.secretFile("new", "seven quiet herons at dusk");
        token(
                        "home",
                        "slot",
                        "add",
                        "Blue token",
                        "--new-token",
                        device.uri(),
                        "--pin-file",
                        shell.path("pin").toString(),
                        "--root-passphrase-file",
                        shell.path("root-passphrase").toString())
                .exits(0);
        byTokenAlone("home", "slot", "add", "Anna").exits(0);
        var refused = byTokenAlone("home", "passphrase").exits(1);
        assertTrue(refused.err().contains("has a PIN and no passphrase"), refused::err);
        byTokenAlone("home", "new-key", "--end-other-ways").exits(0);
        assertEquals(3, shell.run("home", "show").exit());
        assertEquals(0, byToken(device, "pin").exit());
    }

    private Shell.Answer byTokenAlone(String... arguments) {
        var more = Stream.of(
                "--home",
                shell.home().toString(),
                "--token",
                device.uri(),
                "--pin-file",
                shell.path("pin").toString(),
                "--new-passphrase-file",
                shell.path("new").toString(),
                "--root-passphrase-file",
                shell.path("root-passphrase").toString(),
                "--pkcs11-module",
                hsm.module().toString());
        return shell.bare(Stream.concat(Stream.of(arguments), more).toArray(String[]::new));
    }

    @Test
    void aTokenUnlocksInPlaceOfThePassphrase() {
        shell = Shell.withHome(folder);
        shell.secretFile("pin", SoftHsm.PIN);
        token(
                        "home",
                        "slot",
                        "add",
                        "Blue token",
                        "--new-token",
                        device.uri(),
                        "--pin-file",
                        shell.path("pin").toString(),
                        "--root-passphrase-file",
                        shell.path("root-passphrase").toString())
                .exits(0);
        assertEquals(0, byToken(device, "pin").exit());
        var other = hsm.take();
        token("token", "make-key", other.uri(), "--pin-file", shell.path("pin").toString())
                .exits(0);
        assertEquals(3, byToken(other, "pin").exit());
    }

    private Shell.Answer byToken(SoftHsm.Token token, String pin) {
        return shell.bare(
                "home",
                "show",
                "--home",
                shell.home().toString(),
                "--token",
                token.uri(),
                "--pin-file",
                shell.path(pin).toString(),
                "--pkcs11-module",
                hsm.module().toString());
    }

    @Test
    void tokensAreListedWithoutAPin() {
        var listed = token("token", "list", "--json").exits(0).json();
        assertTrue(listed.valueStream()
                .anyMatch(token -> token.get("label").stringValue().equals(device.label())));
        assertTrue(token("token", "list").exits(0).out().contains("pkcs11:token=" + device.label()));
    }

    @Test
    void twoTokensOfOneLabelAreNotGuessedBetween() {
        var refused =
                token("token", "make-key", "pkcs11:token=" + SoftHsm.TWINS).exits(2);
        assertTrue(refused.err().contains("serial number"), refused::err);
    }

    @Test
    void aPinInTheUriIsRefusedAndNotRepeated() {
        var refused = token("zone", "add", "garden", "--token", "pkcs11:token=a?pin-value=246810")
                .exits(2);
        assertFalse(refused.err().contains("246810"), refused::err);
    }

    private Shell.Answer create() {
        return token(
                "home",
                "create",
                "--name",
                "Maple Street",
                "--root",
                device.uri(),
                "--no-copy-of-root",
                "--pin-file",
                shell.path("pin").toString(),
                "--json");
    }

    private Shell.Answer withPin(String... arguments) {
        return token(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--pin-file", shell.path("pin").toString()))
                .toArray(String[]::new));
    }

    private Shell.Answer token(String... arguments) {
        return shell.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--pkcs11-module", hsm.module().toString()))
                .toArray(String[]::new));
    }

    private long commit() {
        return shell.run("home", "verify", "--json")
                .exits(0)
                .json()
                .get("commit")
                .longValue();
    }

    private String objects() {
        return hsm.objects(device)
                .text()
                .lines()
                .filter(line -> line.contains("Object"))
                .findFirst()
                .orElse("");
    }
}
