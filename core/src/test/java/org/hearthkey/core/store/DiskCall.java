package org.hearthkey.core.store;

/// One thing that a program asked of a disk, or said aloud meanwhile.
sealed interface DiskCall {
    record Created(String path) implements DiskCall {}

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Written(String path, long offset, byte[] bytes) implements DiskCall {}

    record Truncated(String path, long size) implements DiskCall {}

    /// What came before it on this file or folder survives a power cut.
    record Synced(String path) implements DiskCall {}

    record Linked(String from, String to) implements DiskCall {}

    record Renamed(String from, String to) implements DiskCall {}

    record Unlinked(String path) implements DiskCall {}

    record Said(String text) implements DiskCall {}
}
