package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.peer.Browser;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that gives the root key without Hearthkey, as it is shipped, in a browser.
class RecoveryPageTest {
    private static final Path PAGE =
            Path.of("../docs/recovery.html").toAbsolutePath().normalize();
    private static final SharePlan GROUPS =
            new SharePlan(2, List.of(SharePlan.Group.of(1, 1), SharePlan.Group.of(2, 3), SharePlan.Group.of(1, 1)));

    private static final String OPEN = """
        new Promise(done => {
          const said = document.getElementById("said");
          new MutationObserver(() => { if (said.textContent !== "Opening…") done(said.textContent); })
            .observe(said, {childList: true});
          document.getElementById("open").click();
        })\
        """;

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        home = new TestHomes().create(folder.resolve("Maple.hearth"));
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    private SheetDraft draft(SharePlan plan) throws RefusedException, IOException {
        try (var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            return home.recoverySheets().draft(plan, new LockSecret.Remembered(passphrase), RootSecret.of(root));
        }
    }

    private static void type(Browser browser, int field, Share share) throws InterruptedException {
        try (var words = share.words();
                var text = words.text()) {
            browser.type("[aria-label=" + Browser.quoted("Words of one sheet, " + field) + "]", text.use(String::new));
        }
    }

    /// OpenSSL takes what the page shows, and finds in it the key of the root's certificate.
    private void isTheRootKey(Browser browser, SealedCore core) throws IOException, InterruptedException {
        var shown = browser.run("document.getElementById('key').textContent");
        assertTrue(shown.contains(core.root().fingerprint().hex()), "The fingerprint is not shown");
        var begin = shown.indexOf("-----BEGIN PRIVATE KEY-----");
        Files.writeString(folder.resolve("key.pem"), shown.substring(begin, shown.indexOf("-----BEGIN CERTIFICATE")));
        Files.write(folder.resolve("root.der"), core.root().der().bytes());
        var openssl = Peer.of("openssl", folder);
        var fromKey = openssl.run("pkey", "-in", "key.pem", "-check", "-pubout").accepts();
        var fromRoot = openssl.run("x509", "-inform", "DER", "-in", "root.der", "-noout", "-pubkey")
                .accepts();
        fromKey.says(fromRoot.text());
        Files.delete(folder.resolve("key.pem"));
    }

    @Test
    void givesTheRootKeyForTwoSheetsAndTheFileOfTheCore() throws Exception {
        try (var draft = draft(SharePlan.TWO_OF_THREE);
                var browser = Browser.in(folder)) {
            browser.open(PAGE);
            var file =
                    Files.write(folder.resolve("Maple.hearthcore"), draft.core().bytes());
            type(browser, 1, draft.shares().get(2));
            type(browser, 2, draft.shares().get(0));
            browser.choose("#file", file);
            assertTrue(browser.run(OPEN).contains("This is the root key of Maple House"));
            isTheRootKey(browser, draft.core());
            assertEquals(List.of(PAGE.toUri().toString()), browser.requests(), "The page asked the network");
        }
    }

    @Test
    void givesTheRootKeyForGroupsOfSheetsAndTheTextsOfTheCodes() throws Exception {
        try (var draft = draft(GROUPS);
                var browser = Browser.in(folder)) {
            browser.open(PAGE);
            browser.run("document.getElementById('another').click(); ''");
            // Two of the family, and not yet the lawyer or the owner.
            type(browser, 1, draft.shares().get(1));
            type(browser, 2, draft.shares().get(3));
            browser.type("#codes", String.join("\n", CoreCodes.of(draft.core()).reversed()));
            assertEquals("These sheets are not enough. Bring one more.", browser.run(OPEN));
            type(browser, 3, draft.shares().get(4));
            assertTrue(browser.run(OPEN).contains("This is the root key of Maple House"));
            isTheRootKey(browser, draft.core());
        }
    }

    @Test
    void saysThatSheetsOfAnotherSetDoNotOpenTheCore() throws Exception {
        try (var draft = draft(SharePlan.TWO_OF_THREE);
                var other = draft(SharePlan.TWO_OF_THREE);
                var browser = Browser.in(folder)) {
            browser.open(PAGE);
            type(browser, 1, draft.shares().get(0));
            type(browser, 2, draft.shares().get(1));
            browser.type("#codes", String.join("\n", CoreCodes.of(other.core())));
            assertEquals("These sheets do not open this sealed core. They are of another set.", browser.run(OPEN));
        }
    }

    /// Not only does it ask for nothing: its policy keeps it from asking, whatever a script in it tries.
    @Test
    void cannotReachANetwork() throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var browser = Browser.in(folder)) {
            browser.open(PAGE);
            var there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            var tries = """
                (async () => {
                  const there = %s, refused = [];
                  document.addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective));
                  await fetch(there).catch(() => {});
                  const seen = tag => new Promise(done => {
                    tag.onload = tag.onerror = done; tag.src = there; document.body.append(tag); });
                  await seen(new Image());
                  await seen(document.createElement("script"));
                  return refused.sort().join(" ");
                })()\
                """.formatted(Browser.quoted(there));
            assertEquals("connect-src img-src script-src-elem", browser.run(tries));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }
}
