package org.hearthkey.core.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where the makers of tokens put their PKCS#11 modules. A maker's own module comes before OpenSC's, which also knows
/// most tokens.
final class ModulePaths {
    private static final List<String> LINUX_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib");

    private static final List<String> LINUX = List.of(
            "libykcs11.so",
            "pkcs11/libtpm2_pkcs11.so",
            "libtpm2_pkcs11.so.1",
            "opensc-pkcs11.so",
            "pkcs11/opensc-pkcs11.so",
            "softhsm/libsofthsm2.so");

    private static final List<String> MACOS = List.of(
            "/usr/local/lib/libykcs11.dylib",
            "/opt/homebrew/lib/libykcs11.dylib",
            "/Library/OpenSC/lib/opensc-pkcs11.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so");

    private static final List<String> WINDOWS = List.of(
            "C:\\Program Files\\Yubico\\Yubico PIV Tool\\bin\\libykcs11.dll",
            "C:\\Program Files\\OpenSC Project\\OpenSC\\pkcs11\\opensc-pkcs11.dll",
            "C:\\SoftHSM2\\lib\\softhsm2-x64.dll");

    private ModulePaths() {}

    /// The modules that are installed here.
    ///
    /// @param system as Java names it in `os.name`
    static List<Path> installed(String system) {
        return known(system.toLowerCase(Locale.ROOT))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static Stream<String> known(String system) {
        if (system.startsWith("windows")) {
            return WINDOWS.stream();
        }
        return system.startsWith("mac")
                ? MACOS.stream()
                : LINUX.stream().flatMap(name -> LINUX_FOLDERS.stream().map(folder -> folder + "/" + name));
    }
}
