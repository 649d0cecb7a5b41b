package org.hearthkey.app.cli;

import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Where answers go: a document to scripts, or sentences and tables to people.
final class Answers {
    private final Surroundings around;
    private final GlobalOptions options;

    Answers(Surroundings around, GlobalOptions options) {
        this.around = around;
        this.options = options;
    }

    boolean areForScripts() {
        return options.json;
    }

    /// Gives the answer in the one form that was asked for.
    void give(Supplier<?> document, Supplier<Stream<String>> lines) {
        if (options.json) {
            line(Json.line(document.get()));
        } else {
            lines.get().forEach(this::line);
        }
    }

    /// One line on standard output, there before this returns.
    void line(String line) {
        around.out().println(line);
        around.out().flush();
    }

    /// Characters on standard output that are in no string.
    void secret(String before, char[] secret) {
        PrintStream out = around.out();
        out.print(before);
        out.println(secret);
        out.flush();
    }

    /// A remark to people, beside the answer.
    void remark(String line) {
        around.err().println(line);
    }

    /// Whether standard output has all of these signs.
    boolean canShow(String signs) {
        return around.out().charset().newEncoder().canEncode(signs);
    }

    /// Whether standard output took all that was written to it.
    boolean arrived() {
        around.err().flush();
        return !around.out().checkError();
    }
}
