package org.hearthkey.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubAddressTest {
    @Test
    void readsWhatItWrites() {
        for (var text : List.of(
                "sftp://hearth@pantry.home.arpa/upload",
                "sftp://hearth@192.168.1.2:2222/srv/up%20load",
                "sftp://hearth@[fd00::2]/upload",
                "https://pantry.home.arpa/hearth",
                "https://pantry.home.arpa:8443/",
                "mqtts://pantry.home.arpa",
                "mqtts://pantry.home.arpa:8884")) {
            assertEquals(Optional.of(text), HubAddress.parse(text).map(HubAddress::uri));
        }
        var folder = HubAddress.parse("file:///srv/share").orElseThrow();
        assertEquals(new HubAddress.Folder(Path.of("/srv/share")), folder);
        assertEquals(Optional.of(folder), HubAddress.parse(folder.uri()));
    }

    @Test
    void knowsTheUsualPorts() {
        assertEquals(
                Optional.of(new HubAddress.Sftp("hearth", "pantry", 22, "/upload")),
                HubAddress.parse("sftp://hearth@pantry/upload"));
        assertEquals(Optional.of(new HubAddress.Https("pantry", 443, "/")), HubAddress.parse("https://pantry"));
        assertEquals(Optional.of(new HubAddress.Mqtts("pantry", 8883)), HubAddress.parse("mqtts://pantry/"));
    }

    /// A password in an address would be in the shell's history, in the journal and in a list.
    @Test
    void takesNoSecretAndNothingElse() {
        for (var text : List.of(
                "sftp://hearth:secret@pantry/upload",
                "https://hearth@pantry/",
                "https://hearth:secret@pantry/",
                "mqtts://hearth@pantry",
                "mqtts://pantry/topic",
                "sftp://pantry/upload",
                "sftp://-oProxyCommand@pantry/upload",
                "sftp://hearth@pantry",
                "sftp://hearth@pantry/../etc",
                "sftp://hearth@pantry:0/upload",
                "sftp://hearth@pantry:65536/upload",
                "https://pantry/?token=secret",
                "https://pantry/#part",
                "http://pantry/",
                "ftp://pantry/",
                "file:share",
                "file://elsewhere/share",
                "pantry",
                "/srv/share",
                "")) {
            assertEquals(Optional.empty(), HubAddress.parse(text), text);
        }
    }
}
