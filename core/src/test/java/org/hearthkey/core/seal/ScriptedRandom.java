package org.hearthkey.core.seal;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;

/// The generator of the format's vectors: the i-th draw of 32 bytes is 32 bytes of value i; other lengths come from a list
/// made beforehand, or are zeros.
public final class ScriptedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Deque<byte[]> script = new ArrayDeque<>();
    private int count;

    /// @param firstDraws what the first draws give, in hex, each at its own length
    public ScriptedRandom(String... firstDraws) {
        for (String draw : firstDraws) {
            script.add(HexFormat.of().parseHex(draw));
        }
    }

    public void startAt(int next) {
        count = next - 1;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] scripted = script.peek();
        if (scripted != null && scripted.length == bytes.length) {
            System.arraycopy(script.remove(), 0, bytes, 0, bytes.length);
        } else if (bytes.length == 32) {
            count++;
            Arrays.fill(bytes, (byte) count);
        } else {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
