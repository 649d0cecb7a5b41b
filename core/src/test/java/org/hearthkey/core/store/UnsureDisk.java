package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// A disk that promises only what was synced. Of everything since, a power cut keeps any part: any of the writes, any of
/// their sectors, any of the names.
final class UnsureDisk {
    private static final int SECTOR = 512;

    private final Map<String, Contents> now = new HashMap<>();
    private final Map<String, Contents> surely = new HashMap<>();

    /// The bytes of a file, whatever its names.
    private static final class Contents {
        private final List<DiskCall> unsure = new ArrayList<>();
        private byte[] sure = new byte[0];

        byte[] after(BooleanSupplier keeps) {
            byte[] bytes = sure;
            for (DiskCall call : unsure) {
                bytes = after(bytes, call, keeps);
            }
            return bytes;
        }

        private static byte[] after(byte[] before, DiskCall call, BooleanSupplier keeps) {
            return switch (call) {
                case DiskCall.Truncated(var _, long size) ->
                    keeps.getAsBoolean() ? Arrays.copyOf(before, (int) size) : before;
                case DiskCall.Written(var _, long offset, byte[] bytes) -> written(before, (int) offset, bytes, keeps);
                default -> throw new IllegalArgumentException(call.toString());
            };
        }

        private static byte[] written(byte[] before, int offset, byte[] bytes, BooleanSupplier keeps) {
            byte[] after = before;
            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + SECTOR - (offset + from) % SECTOR);
                if (keeps.getAsBoolean()) {
                    after = Arrays.copyOf(after, Math.max(after.length, offset + to));
                    System.arraycopy(bytes, from, after, offset + from, to - from);
                }
                from = to;
            }
            return after;
        }

        void sync() {
            sure = after(() -> true);
            unsure.clear();
        }
    }

    void does(DiskCall call) {
        switch (call) {
            case DiskCall.Created(String path) -> now.computeIfAbsent(path, _ -> new Contents());
            case DiskCall.Written written -> at(written.path()).unsure.add(written);
            case DiskCall.Truncated truncated -> at(truncated.path()).unsure.add(truncated);
            case DiskCall.Synced(String path) -> sync(path);
            case DiskCall.Linked(String from, String to) -> now.put(to, at(from));
            case DiskCall.Renamed(String from, String to) ->
                now.put(to, Objects.requireNonNull(now.remove(from), from));
            case DiskCall.Unlinked(String path) -> now.remove(path);
            case DiskCall.Said _ -> {}
        }
    }

    private Contents at(String path) {
        return Objects.requireNonNull(now.get(path), path);
    }

    /// A folder is synced for its names, a file for its bytes.
    private void sync(String path) {
        Contents contents = now.get(path);
        if (contents == null) {
            surely.clear();
            surely.putAll(now);
        } else {
            contents.sync();
        }
    }

    /// Whether a power cut could lose anything now.
    boolean isSure() {
        return now.equals(surely) && now.values().stream().allMatch(contents -> contents.unsure.isEmpty());
    }

    /// Leaves in `folder` what a power cut leaves.
    ///
    /// @param keeps asked for every sector and every name that is not sure
    void cutPower(Path folder, BooleanSupplier keeps) throws IOException {
        Map<String, Contents> left = new HashMap<>(surely);
        for (String path : now.keySet()) {
            if (!now.get(path).equals(surely.get(path)) && keeps.getAsBoolean()) {
                left.put(path, now.get(path));
            }
        }
        left.keySet().removeIf(path -> !now.containsKey(path) && keeps.getAsBoolean());
        for (Map.Entry<String, Contents> file : left.entrySet()) {
            Files.write(
                    folder.resolve(Path.of(file.getKey()).getFileName()),
                    file.getValue().after(keeps));
        }
    }
}
