package org.hearthkey.core.peer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One page in Chromium without a screen, used as somebody uses it, through the protocol of its developer tools.
///
/// @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools protocol</a>
public final class Browser implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int commands;

    private Browser(Process process) throws IOException, InterruptedException {
        this.process = process;
        socket = http.newWebSocketBuilder()
                .buildAsync(page(address(process)), new Listener())
                .join();
        command("Network.enable", Map.of());
        command("Page.enable", Map.of());
    }

    /// Starts it with an empty profile.
    ///
    /// @param folder where that is put
    public static Browser in(Path folder) throws IOException, InterruptedException {
        var process = Peer.of("chromium", folder)
                .with("TMPDIR", folder.toString()) // else it leaves a folder behind
                .start(
                        "--headless",
                        // The page is ours, and a build server's container has no room for a sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--remote-debugging-port=0",
                        "about:blank");
        return new Browser(process);
    }

    private static String address(Process process) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var listening = LISTENING.matcher(line);
            if (listening.matches()) {
                // Nobody reads on, and a full pipe would stop it.
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return listening.group(1);
            }
        }
        return fail("Chromium ended before it was ready");
    }

    private URI page(String address) throws IOException, InterruptedException {
        var made = http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + "/json/new"))
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return URI.create(JsonMapper.shared()
                .readTree(made.body())
                .get("webSocketDebuggerUrl")
                .asString());
    }

    /// Opens a page and waits until its scripts have run.
    public void open(Path page) throws InterruptedException {
        command("Page.navigate", Map.of("url", page.toUri().toString()));
        run("new Promise(done => document.readyState === 'complete' ? done('') : addEventListener('load', () =>"
                + " done('')))");
    }

    /// What the page has asked for since it was opened, itself first.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// The text that a script in the page answers, also a later one.
    public String run(String script) throws InterruptedException {
        var answer =
                command("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        assertFalse(answer.has("exceptionDetails"), () -> script + "\n" + answer);
        return answer.get("result").path("value").asString();
    }

    /// Types a text into the field that a selector names, as if it were pasted.
    public void type(String selector, String text) throws InterruptedException {
        run("document.querySelector(" + quoted(selector) + ").focus(); ''");
        command("Input.insertText", Map.of("text", text));
    }

    /// Chooses a file in the field that a selector names.
    public void choose(String selector, Path file) throws InterruptedException {
        var root =
                command("DOM.getDocument", Map.of()).get("root").get("nodeId").intValue();
        var field = command("DOM.querySelector", Map.of("nodeId", root, "selector", selector));
        command(
                "DOM.setFileInputFiles",
                Map.of("nodeId", field.get("nodeId").intValue(), "files", List.of(file.toString())));
    }

    public static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private JsonNode command(String method, Map<String, Object> parameters) throws InterruptedException {
        int id = ++commands;
        socket.sendText(
                        JsonMapper.shared()
                                .writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
                        true)
                .join();
        for (var answer = next(method); ; answer = next(method)) {
            if (answer.get("id").intValue() == id) {
                assertFalse(answer.has("error"), answer::toString);
                return answer.get("result");
            }
        }
    }

    private JsonNode next(String method) throws InterruptedException {
        var answer = answers.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return answer == null ? fail("Chromium did not answer " + method) : answer;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                take(JsonMapper.shared().readTree(message.toString()));
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, part, last);
        }

        private void take(JsonNode said) {
            if (said.has("id")) {
                answers.add(said);
            } else if (said.get("method").asString().equals("Network.requestWillBeSent")) {
                requests.add(said.get("params").get("request").get("url").asString());
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            process.getInputStream().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
