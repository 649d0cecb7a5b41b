package org.hearthkey.core.peer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A stick: a file system in a file, really mounted. Only root may do that; elsewhere the test is skipped and says so, and
/// on the build server it fails.
public final class LoopDrive implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;
    /// `EXT4_IOC_SHUTDOWN`, and its flag by which nothing that waits to be written is written any more.
    private static final String PULL =
            "open(my $f, '<', $ARGV[0]) or die; my $how = pack('L', 2); ioctl($f, 0x8004587d, $how) or die";

    private final Path folder;
    private final Path image;
    private final Path mount;
    private final Format format;
    private Optional<ProcessHandle> driver = Optional.empty();

    /// How the stick is formatted.
    public enum Format {
        EXT4,
        /// As large sticks are sold. Its driver is a program, for not every kernel has one.
        EXFAT
    }

    private LoopDrive(Path folder, Path image, Path mount, Format format) {
        this.folder = folder;
        this.image = image;
        this.mount = mount;
        this.format = format;
    }

    /// Makes one with ext4 and plugs it in.
    ///
    /// @param folder where its image and the folder in which it appears are made
    public static LoopDrive plugIn(Path folder, String name, int megabytes) throws IOException {
        return plugIn(folder, name, megabytes, Format.EXT4);
    }

    /// Makes one and plugs it in.
    ///
    /// @param folder where its image and the folder in which it appears are made
    public static LoopDrive plugIn(Path folder, String name, int megabytes, Format format) throws IOException {
        var drive = new LoopDrive(
                folder, folder.resolve(name + ".img"), Files.createDirectory(folder.resolve(name)), format);
        try (var file = new RandomAccessFile(drive.image.toFile(), "rw")) {
            file.setLength((long) megabytes * MEGABYTE);
        }
        switch (format) {
            case EXT4 ->
                drive.peer("mkfs.ext4")
                        .run("-q", "-F", "-m", "0", drive.image.toString())
                        .accepts();
            case EXFAT -> drive.peer("mkfs.exfat").run(drive.image.toString()).accepts();
        }
        if (drive.mount().exit() != 0) {
            Peer.missing("A system that lets drives be mounted");
        }
        return drive;
    }

    private Peer.Answer mount() {
        return switch (format) {
            case EXT4 -> peer("mount").run("-o", "loop", image.toString(), mount.toString());
            case EXFAT -> mountByDriver();
        };
    }

    private Peer.Answer mountByDriver() {
        var loop = peer("losetup").run("--find", "--show", image.toString());
        if (loop.exit() != 0) {
            return loop;
        }
        var device = loop.text().strip();
        var mounted = peer("mount.exfat-fuse").run(device, mount.toString());
        // It lets go of the device when it ends, and the device of the image.
        peer("losetup").run("--detach", device).accepts();
        driver = ProcessHandle.allProcesses().filter(this::isDriver).findAny();
        return mounted;
    }

    private boolean isDriver(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(named -> List.of(named).contains(mount.toString()))
                .isPresent();
    }

    /// Where it appears.
    public Path folder() {
        return mount;
    }

    /// Begins to pull it out while it is being written: what is on its way is lost. Ends after a moment. Only with ext4:
    /// the driver of exFAT erases a folder's name before it writes the new one, so to kill it in between says nothing of
    /// sticks, where both lie in one sector.
    public Process beginToPull() {
        return peer("perl").start("-e", PULL, mount.toString());
    }

    /// Lets its folder lead nowhere at once, whoever is writing.
    public void detach() {
        peer("umount").run("--lazy", mount.toString()).accepts();
    }

    /// Forgets it after it was pulled out, once nobody has a file of it open. Until then the system would show what it
    /// remembers of it to whoever plugs it in again.
    public void forget() {
        peer("umount").run(mount.toString()).accepts();
    }

    /// Plugs it in again after it was pulled out.
    public void plugInAgain() {
        driver.ifPresent(
                before -> before.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        mount().accepts();
    }

    /// Lets nobody write to it.
    public void slideItsLock() {
        peer("mount")
                .run("--internal-only", "-o", "remount,ro", mount.toString())
                .accepts();
    }

    /// Shows it in a second folder as well.
    public void showIn(Path other) {
        peer("mount").run("--bind", mount.toString(), other.toString()).accepts();
    }

    /// Takes back what [#showIn(Path)] did.
    public void hideFrom(Path other) {
        peer("umount").run("--lazy", other.toString()).accepts();
    }

    /// Changes one bit behind the system's back, as a worn-out drive does.
    ///
    /// @param content what stands there, once
    public void wearOut(byte[] content) throws IOException {
        var all = Files.readAllBytes(image);
        int at = find(all, content);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(at + content.length / 2);
            file.write(all[at + content.length / 2] ^ 1);
        }
    }

    private static int find(byte[] all, byte[] content) {
        for (int at = 0; at <= all.length - content.length; at++) {
            if (all[at] == content[0] && Arrays.equals(all, at, at + content.length, content, 0, content.length)) {
                return at;
            }
        }
        throw new AssertionError("It is not on the drive");
    }

    @Override
    public void close() {
        // Fails where nothing is mounted any more, which is as good.
        peer("umount").run("--lazy", mount.toString());
    }

    private Peer peer(String program) {
        return Peer.of(program, folder);
    }
}
