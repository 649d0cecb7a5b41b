package org.hearthkey.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// All that is logged until it is closed, of one library in more detail than the program ever lets it.
final class Logged implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger library;
    private final Optional<Level> before;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            var line = new StringWriter();
            line.write(new SimpleFormatter().formatMessage(logged));
            Optional.ofNullable(logged.getThrown()).ifPresent(cause -> cause.printStackTrace(new PrintWriter(line)));
            lines.add(line.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Logged(String library) {
        this.library = Logger.getLogger(library);
        before = Optional.ofNullable(this.library.getLevel());
        this.library.setLevel(Level.FINE);
        Logger.getLogger("").addHandler(handler);
    }

    List<String> all() {
        return lines;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        library.setLevel(before.orElse(null));
    }
}
