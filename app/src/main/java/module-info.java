import org.jspecify.annotations.NullMarked;

/// The windows and the command line.
@NullMarked
module org.hearthkey.app {
    requires static org.jspecify;
    requires org.hearthkey.core;
    requires javafx.controls;
    requires atlantafx.base;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;
    requires com.google.zxing;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires io.github.eduramiba.webcamcapture;
    requires webcam.capture;
    requires me.gosimple.nbvcxz;
    requires info.picocli;
    requires tools.jackson.databind;
    requires java.desktop;
    requires java.logging;
    requires org.slf4j;

    opens org.hearthkey.app.cli to
            info.picocli;
}
