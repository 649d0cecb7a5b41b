package org.hearthkey.core.token;

import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.Cryptoki.Function;

/// An open session with one token: its PIN and its objects.
final class ModuleSession implements AutoCloseable {
    private static final long SERIAL_AND_WRITING = 4 | 2;
    private static final long USER = 1;
    private static final long NOT_LOGGED_IN = 0x101;
    private static final long NO_SUCH_ATTRIBUTE = 0x12;
    private static final long SECRET_ATTRIBUTE = 0x11;
    private static final int AT_ONCE = 64;

    private final Cryptoki cryptoki;
    private final long session;

    ModuleSession(Cryptoki cryptoki, long slot) throws TokenException {
        this.cryptoki = cryptoki;
        try (var arena = Arena.ofConfined()) {
            var opened = arena.allocate(CkLong.LAYOUT);
            cryptoki.demand(
                    Function.OPEN_SESSION, slot, SERIAL_AND_WRITING, MemorySegment.NULL, MemorySegment.NULL, opened);
            session = CkLong.get(opened, 0);
        }
    }

    /// Shows the token its PIN. Whoever was logged in is logged out before: a token asks once per process, and would take
    /// any PIN for right after that.
    void login(Passphrase pin) throws TokenException {
        logout();
        try (var arena = Arena.ofConfined()) {
            var shown = arena.allocate(pin.length());
            try {
                pin.use(bytes -> shown.copyFrom(MemorySegment.ofArray(bytes)));
                cryptoki.demand(Function.LOGIN, session, USER, shown, (long) pin.length());
            } finally {
                shown.fill((byte) 0);
            }
        }
    }

    private void logout() throws TokenException {
        long returned = cryptoki.call(Function.LOGOUT, session);
        if (returned != Cryptoki.OK && returned != NOT_LOGGED_IN) {
            throw Cryptoki.failed(Function.LOGOUT, returned);
        }
    }

    /// All objects that have these attributes.
    List<Long> find(Template template) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            cryptoki.demand(Function.FIND_OBJECTS_INIT, session, template.in(arena), template.size());
            var found = new ArrayList<Long>();
            try {
                var some = arena.allocate(CkLong.LAYOUT, AT_ONCE);
                var count = arena.allocate(CkLong.LAYOUT);
                do {
                    cryptoki.demand(Function.FIND_OBJECTS, session, some, (long) AT_ONCE, count);
                    for (long i = 0; i < CkLong.get(count, 0); i++) {
                        found.add(CkLong.get(some, i * CkLong.BYTES));
                    }
                } while (CkLong.get(count, 0) == AT_ONCE);
            } finally {
                cryptoki.call(Function.FIND_OBJECTS_FINAL, session);
            }
            return found;
        }
    }

    /// What the token says of an object, if it knows that and does not keep it secret.
    Optional<byte[]> value(long object, Attribute attribute) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var entry = arena.allocate(Template.ENTRY_BYTES);
            CkLong.put(entry, 0, attribute.number);
            if (!isAnswered(object, entry)) {
                return Optional.empty();
            }
            long length = CkLong.get(entry, Template.LENGTH_AT);
            var value = arena.allocate(Math.max(1, length));
            entry.set(ADDRESS_UNALIGNED, Template.VALUE_AT, value);
            return isAnswered(object, entry)
                    ? Optional.of(value.asSlice(0, length).toArray(JAVA_BYTE))
                    : Optional.empty();
        }
    }

    private boolean isAnswered(long object, MemorySegment entry) throws TokenException {
        long returned = cryptoki.call(Function.GET_ATTRIBUTE_VALUE, session, object, entry, 1L);
        if (returned == NO_SUCH_ATTRIBUTE || returned == SECRET_ATTRIBUTE) {
            return false;
        }
        if (returned != Cryptoki.OK) {
            throw Cryptoki.failed(Function.GET_ATTRIBUTE_VALUE, returned);
        }
        return !CkLong.isUnavailable(CkLong.get(entry, Template.LENGTH_AT));
    }

    boolean isYes(long object, Attribute attribute) throws TokenException {
        return value(object, attribute)
                .filter(value -> value.length == 1 && value[0] != 0)
                .isPresent();
    }

    void create(Template template) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var made = arena.allocate(CkLong.LAYOUT);
            var entries = template.in(arena);
            try {
                cryptoki.demand(Function.CREATE_OBJECT, session, entries, template.size(), made);
            } finally {
                Template.wipe(entries);
            }
        }
    }

    void destroy(long object) throws TokenException {
        cryptoki.demand(Function.DESTROY_OBJECT, session, object);
    }

    /// Logs out and closes. A token that is gone has done both.
    @Override
    public void close() {
        cryptoki.call(Function.LOGOUT, session);
        cryptoki.call(Function.CLOSE_SESSION, session);
    }
}
