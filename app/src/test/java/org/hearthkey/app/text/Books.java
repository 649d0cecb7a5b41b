package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/// The books of words, and the sources that use them.
final class Books {
    private static final int MOST_WORDS = 20;

    private Books() {}

    static List<String> names() {
        try (var files = Files.list(Path.of("src", "main", "resources", "org", "hearthkey", "app", "text"))) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ResourceBundle book(String name) {
        return ResourceBundle.getBundle("org.hearthkey.app.text." + name, Locale.ENGLISH);
    }

    static Set<String> keys(String name) {
        return new TreeSet<>(book(name).keySet());
    }

    /// The texts of all sources of core and app.
    static List<String> sources() {
        var sources = new ArrayList<String>();
        for (var module : List.of(Path.of("src", "main", "java"), Path.of("..", "core", "src", "main", "java"))) {
            try (var files = Files.walk(module)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.add(Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertTrue(sources.size() > 100, "The sources were not found");
        return sources;
    }

    /// No sentence has over 20 words.
    static void requireShortSentences(String text) {
        for (var sentence : text.split("[.:;] ", -1)) {
            assertTrue(sentence.split(" ", -1).length <= MOST_WORDS, sentence);
        }
    }
}
