package org.hearthkey.core.token;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.token.Cryptoki.Function;

/// One PKCS#11 module: the program by which its maker lets others reach its tokens.
final class TokenModule {
    /// A module has one state for the whole process, and there is one of each here.
    private static final Map<Path, TokenModule> LOADED = new HashMap<>();

    private static final byte WITH_TOKEN = 1;
    private static final int FACTS_BYTES = 256;
    private static final int LABEL_END = 32;
    private static final int MANUFACTURER_END = 64;
    private static final int MODEL_END = 80;
    private static final int SERIAL_END = 96;

    private final Path library;
    private final Cryptoki cryptoki;

    private TokenModule(Path library, Cryptoki cryptoki) {
        this.library = library;
        this.cryptoki = cryptoki;
    }

    /// Loads a module, once in a process.
    static synchronized TokenModule of(Path file) throws TokenException {
        try {
            var library = file.toRealPath();
            var loaded = LOADED.get(library);
            if (loaded == null) {
                loaded = new TokenModule(library, Cryptoki.load(library));
                LOADED.put(library, loaded);
            }
            return loaded;
        } catch (TokenException told) {
            throw told;
        } catch (IOException missing) {
            throw new TokenException(TokenTrouble.NO_MODULE, file + " is not there", missing);
        }
    }

    Path library() {
        return library;
    }

    /// The tokens that are plugged in now.
    List<Token> tokens() throws TokenException {
        var tokens = new ArrayList<Token>();
        for (long slot : slots()) {
            token(slot).ifPresent(tokens::add);
        }
        return tokens;
    }

    private long[] slots() throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var count = arena.allocate(CkLong.LAYOUT);
            // Asking for the number alone is what makes a module look again.
            cryptoki.demand(Function.GET_SLOT_LIST, WITH_TOKEN, MemorySegment.NULL, count);
            var slots = arena.allocate(CkLong.LAYOUT, Math.max(1, CkLong.get(count, 0)));
            cryptoki.demand(Function.GET_SLOT_LIST, WITH_TOKEN, slots, count);
            var answer = new long[(int) CkLong.get(count, 0)];
            for (int i = 0; i < answer.length; i++) {
                answer[i] = CkLong.get(slots, i * CkLong.BYTES);
            }
            return answer;
        }
    }

    /// The token in this slot, if it still or again has one.
    Optional<Token> token(long slot) {
        try (var arena = Arena.ofConfined()) {
            var facts = arena.allocate(FACTS_BYTES);
            if (cryptoki.call(Function.GET_TOKEN_INFO, slot, facts) != Cryptoki.OK) {
                return Optional.empty();
            }
            return Optional.of(new Token(
                    this,
                    slot,
                    new TokenFacts(
                            text(facts, 0, LABEL_END),
                            text(facts, LABEL_END, MANUFACTURER_END),
                            text(facts, MANUFACTURER_END, MODEL_END),
                            text(facts, MODEL_END, SERIAL_END)),
                    CkLong.get(facts, SERIAL_END)));
        }
    }

    /// The standard pads with blanks.
    private static String text(MemorySegment facts, int from, int end) {
        return new String(facts.asSlice(from, end - from).toArray(JAVA_BYTE), UTF_8)
                .replace('\0', ' ')
                .stripTrailing();
    }

    ModuleSession session(long slot) throws TokenException {
        return new ModuleSession(cryptoki, slot);
    }
}
