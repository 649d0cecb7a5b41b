package org.hearthkey.core.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.ADDRESS_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The functions of one PKCS#11 module that Java's own provider does not offer: it neither lists tokens nor says why a PIN
/// was refused, and finds no key without a certificate. Keys are made and used through the provider.
///
/// A module is initialized once in a process and never finalized, since the provider has sessions of its own in it.
///
/// @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-base/v2.40/pkcs11-base-v2.40.html">PKCS #11 2.40</a>
@SuppressWarnings("restricted")
final class Cryptoki {
    static final long OK = 0;

    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING = 2;
    /// C_Initialize reads 48 bytes; the functions below end at the 240th of their list.
    private static final int ROOM = 256;

    /// CK_FUNCTION_LIST begins with a version of two bytes.
    private static final long FUNCTIONS_FROM = CkLong.PACKED ? 2 : 8;

    private final Map<Function, MethodHandle> functions = new EnumMap<>(Function.class);

    private Cryptoki(MemorySegment list) {
        for (var function : Function.values()) {
            var address = list.get(ADDRESS_UNALIGNED, FUNCTIONS_FROM + function.place * ADDRESS.byteSize());
            functions.put(function, handle(address, function.arguments));
        }
    }

    /// Loads and initializes a module.
    static Cryptoki load(Path library) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var symbol = SymbolLookup.libraryLookup(library, Arena.global())
                    .find("C_GetFunctionList")
                    .orElseThrow(() -> new TokenException(TokenTrouble.NO_MODULE, library + " is no PKCS#11 module"));
            var list = arena.allocate(ADDRESS);
            long returned = (long) invoke(handle(symbol, "P"), list);
            if (returned != OK) {
                throw new TokenException(TokenTrouble.NO_MODULE, library + " answered " + hex(returned));
            }
            var cryptoki = new Cryptoki(list.get(ADDRESS, 0).reinterpret(ROOM));
            cryptoki.initialize(library);
            return cryptoki;
        } catch (IllegalArgumentException notLoaded) {
            throw new TokenException(TokenTrouble.NO_MODULE, library + " cannot be loaded", notLoaded);
        }
    }

    private void initialize(Path library) throws TokenException {
        try (var arena = Arena.ofConfined()) {
            var arguments = arena.allocate(ROOM);
            CkLong.put(arguments, 4 * ADDRESS.byteSize(), OS_LOCKING);
            long returned = call(Function.INITIALIZE, arguments);
            if (returned != OK && returned != ALREADY_INITIALIZED) {
                throw new TokenException(TokenTrouble.NO_MODULE, library + " did not start: " + hex(returned));
            }
        }
    }

    /// Calls a function.
    ///
    /// @param arguments a `Long`, a `Byte` or a `MemorySegment` each
    /// @return the return value of the standard
    long call(Function function, Object... arguments) {
        return (long) invoke(Objects.requireNonNull(functions.get(function)), arguments);
    }

    /// Calls a function that is to succeed.
    void demand(Function function, Object... arguments) throws TokenException {
        long returned = call(function, arguments);
        if (returned != OK) {
            throw failed(function, returned);
        }
    }

    static TokenException failed(Function function, long returned) {
        return new TokenException(TokenTrouble.of(returned), function + " answered " + hex(returned));
    }

    private static String hex(long returned) {
        return "0x" + Long.toHexString(returned);
    }

    private static MethodHandle handle(MemorySegment address, String arguments) {
        var layouts = arguments.chars().mapToObj(Cryptoki::layout).toArray(MemoryLayout[]::new);
        var handle = Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(CkLong.LAYOUT, layouts));
        var type = handle.type().changeReturnType(long.class);
        for (int i = 0; i < type.parameterCount(); i++) {
            if (arguments.charAt(i) == 'L') {
                type = type.changeParameterType(i, long.class);
            }
        }
        return MethodHandles.explicitCastArguments(handle, type);
    }

    private static MemoryLayout layout(int argument) {
        return switch (argument) {
            case 'L' -> CkLong.LAYOUT;
            case 'B' -> JAVA_BYTE;
            default -> ADDRESS;
        };
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable impossible) {
            throw new IllegalStateException("C functions throw nothing", impossible);
        }
    }

    /// A function and its place in CK_FUNCTION_LIST.
    enum Function {
        INITIALIZE(0, "P"),
        GET_SLOT_LIST(4, "BPP"),
        GET_TOKEN_INFO(6, "LP"),
        OPEN_SESSION(12, "LLPPP"),
        CLOSE_SESSION(13, "L"),
        LOGIN(18, "LLPL"),
        LOGOUT(19, "L"),
        CREATE_OBJECT(20, "LPLP"),
        DESTROY_OBJECT(22, "LL"),
        GET_ATTRIBUTE_VALUE(24, "LLPL"),
        FIND_OBJECTS_INIT(26, "LPL"),
        FIND_OBJECTS(27, "LPLP"),
        FIND_OBJECTS_FINAL(28, "L");

        private final int place;
        /// A letter each: L for an unsigned long, P for a pointer, B for a byte.
        private final String arguments;

        Function(int place, String arguments) {
            this.place = place;
            this.arguments = arguments;
        }
    }
}
