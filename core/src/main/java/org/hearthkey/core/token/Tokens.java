package org.hearthkey.core.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds tokens: through the modules that are installed where their makers put them, or through the one that was named.
public final class Tokens {
    private final List<Path> modules;

    /// @param modules the files of the modules to ask, in order
    public Tokens(List<Path> modules) {
        this.modules = List.copyOf(modules);
    }

    /// Asks every module that is installed where we know to look.
    public static Tokens ofThisSystem() {
        return new Tokens(ModulePaths.installed(System.getProperty("os.name")));
    }

    /// All tokens that are plugged in now. One that several modules know is listed once.
    ///
    /// @throws TokenException no-module, if none is there or none can be loaded
    public List<Token> all() throws TokenException {
        if (modules.isEmpty()) {
            throw new TokenException(TokenTrouble.NO_MODULE, "No PKCS#11 module is installed where we look");
        }
        var found = new ArrayList<Token>();
        var failures = new ArrayList<TokenException>();
        for (var file : modules) {
            try {
                var known = found.stream().map(Token::facts).toList();
                TokenModule.of(file).tokens().stream()
                        .filter(token -> !known.contains(token.facts()))
                        .forEach(found::add);
            } catch (TokenException failed) {
                // Another module may do: a computer has modules for tokens that nobody here owns.
                failures.add(failed);
            }
        }
        if (failures.size() == modules.size()) {
            throw failures.getFirst();
        }
        return found;
    }

    /// The one token that fits.
    ///
    /// @throws TokenException also if none fits or several do
    public Token find(TokenUri uri) throws TokenException {
        var asked = uri.module().map(module -> new Tokens(List.of(module))).orElse(this);
        var fitting = asked.all().stream()
                .filter(token -> uri.fits(token.facts(), token.slot()))
                .toList();
        // A module also shows an empty place where a token could be set up.
        var ready = fitting.stream().filter(Token::isSetUp).toList();
        var chosen = ready.isEmpty() ? fitting : ready;
        if (chosen.isEmpty()) {
            throw new TokenException(TokenTrouble.NO_TOKEN, "No token fits " + uri);
        }
        if (chosen.size() > 1) {
            throw new TokenException(TokenTrouble.SEVERAL_TOKENS, chosen.size() + " tokens fit " + uri);
        }
        return chosen.getFirst();
    }
}
