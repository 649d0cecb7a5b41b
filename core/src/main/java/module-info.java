import org.jspecify.annotations.NullMarked;

/// Issues, revokes and records the certificates of one home. Knows nothing of windows or terminals.
@NullMarked
module org.hearthkey.core {
    requires static transitive org.jspecify;
    requires com.github.oshi;
    requires com.hivemq.client.mqtt;
    requires de.mkammerer.argon2.nolibs;
    requires java.net.http;
    requires java.sql;
    requires jdk.crypto.cryptoki; // the provider for keys on tokens
    requires jdk.unsupported; // reading past what the system remembers of a file
    requires org.apache.sshd.osgi;
    requires org.apache.sshd.sftp;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports org.hearthkey.core.adopt;
    exports org.hearthkey.core.approve;
    exports org.hearthkey.core.attest;
    exports org.hearthkey.core.authority;
    exports org.hearthkey.core.ceremony;
    exports org.hearthkey.core.certificate;
    exports org.hearthkey.core.content;
    exports org.hearthkey.core.deliver;
    exports org.hearthkey.core.device;
    exports org.hearthkey.core.drive;
    exports org.hearthkey.core.frames;
    exports org.hearthkey.core.home;
    exports org.hearthkey.core.intermediate;
    exports org.hearthkey.core.journal;
    exports org.hearthkey.core.key;
    exports org.hearthkey.core.name;
    exports org.hearthkey.core.policy;
    exports org.hearthkey.core.probe;
    exports org.hearthkey.core.recovery;
    exports org.hearthkey.core.retire;
    exports org.hearthkey.core.revoke;
    exports org.hearthkey.core.sale;
    exports org.hearthkey.core.scan;
    exports org.hearthkey.core.seal;
    exports org.hearthkey.core.secret;
    exports org.hearthkey.core.witness;
    exports org.hearthkey.core.token;
    exports org.hearthkey.core.transport;
}
