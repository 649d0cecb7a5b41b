package org.hearthkey.core.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.hearthkey.core.content.Content;
import org.hearthkey.core.transport.LocalTransport;
import org.hearthkey.core.transport.ReadBack;
import org.hearthkey.core.transport.Sent;
import org.hearthkey.core.transport.Transport;
import org.hearthkey.core.transport.Trouble;

/// A drive on which one step goes wrong. Steps are counted from 0.
final class FaultyDrive implements Transport {
    private final Transport drive = new LocalTransport();
    private final int faultyStep;
    private final Fault fault;
    private final Runnable event;
    private int step;

    FaultyDrive(int faultyStep, Fault fault) {
        this(faultyStep, fault, () -> {});
    }

    /// A drive that works, and to which something happens before that step.
    FaultyDrive(int eventfulStep, Runnable event) {
        this(eventfulStep, Fault.NONE, event);
    }

    private FaultyDrive(int faultyStep, Fault fault, Runnable event) {
        this.faultyStep = faultyStep;
        this.fault = fault;
        this.event = event;
    }

    enum Fault {
        NONE,
        /// That step fails, all others work.
        ONE_STEP,
        /// From that step on nothing works, as after a power cut.
        FROM_THEN_ON,
        /// As before; a file that was being written is there by half.
        HALF_WRITTEN,
        /// Every step works; what is read is not what was written.
        READS_OTHERWISE
    }

    int steps() {
        return step;
    }

    private void next() throws IOException {
        int now = step++;
        if (now == faultyStep) {
            event.run();
        }
        boolean fails = switch (fault) {
            case NONE, READS_OTHERWISE -> false;
            case ONE_STEP -> now == faultyStep;
            case FROM_THEN_ON, HALF_WRITTEN -> now >= faultyStep;
        };
        if (fails) {
            throw new IOException("step " + now + " failed");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        next();
        drive.createFolder(folder);
    }

    /// Looking is no step.
    @Override
    public boolean exists(Path path) throws IOException {
        return drive.exists(path);
    }

    @Override
    public boolean isFolder(Path path) throws IOException {
        return drive.isFolder(path);
    }

    @Override
    public void walk(Path folder, int deepest, Predicate<Item> further) throws IOException {
        drive.walk(folder, deepest, further);
    }

    @Override
    public void write(Path file, Content content, long from, Sent sent) throws IOException {
        if (step == faultyStep && fault == Fault.HALF_WRITTEN) {
            Files.write(file, Arrays.copyOf(content.bytes(), (int) (content.size() / 2)));
        }
        next();
        drive.write(file, content, from, sent);
    }

    @Override
    public boolean appends() {
        return drive.appends();
    }

    @Override
    public Trouble trouble(IOException failure, Path folder, long needed) {
        return drive.trouble(failure, folder, needed);
    }

    @Override
    public Opened open(Path file) throws IOException {
        next();
        var opened = drive.open(file);
        if (fault != Fault.READS_OTHERWISE) {
            return opened;
        }
        var wrong = Content.of(new byte[] {(byte) ~opened.stream().read()}).open();
        return new FromHere(new SequenceInputStream(wrong, opened.stream()), opened.from());
    }

    private record FromHere(InputStream stream, ReadBack from) implements Opened {}

    @Override
    public void rename(Path from, Path to) throws IOException {
        next();
        drive.rename(from, to);
    }

    @Override
    public void sync(Path folder) throws IOException {
        next();
        drive.sync(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        next();
        drive.delete(path);
    }
}
