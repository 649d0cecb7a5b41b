package org.hearthkey.core.deliver;

/// One thing that is wrong with a bundle.
///
/// @param path the file it is about
public record Flaw(Code code, String path) {
    /// What is wrong.
    public enum Code {
        FILE_MISSING("file.missing"),
        /// A bundle has no such file, or the manifest does not name it.
        FILE_EXTRA("file.extra"),
        FILE_LINK("file.link"),
        FILE_TOO_LARGE("file.too-large"),
        /// Its size or hash is not the manifest's.
        FILE_CHANGED("file.changed"),
        MANIFEST_MALFORMED("manifest.malformed"),
        /// Its signature does not fit, or was made by no signer of this home's bundles.
        MANIFEST_SIGNATURE("manifest.signature"),
        /// The signer's certificate was revoked.
        SIGNER_REVOKED("manifest.signer-revoked"),
        /// It is the key of another second signer than expected.
        SECOND_SIGNER_OTHER("manifest.second-signer-other"),
        /// Its end is not that of the list which lapses first.
        MANIFEST_END("manifest.end"),
        CERTIFICATE_MALFORMED("certificate.malformed"),
        /// The root is not self-signed, or not in force.
        ROOT_UNFIT("root.unfit"),
        /// It is another root than expected.
        ROOT_OTHER("root.other"),
        /// The old and the new root do not vouch for each other.
        ROLLOVER_UNFIT("rollover.unfit"),
        /// The issuer is not vouched for by the root, is not in force, or was revoked.
        ISSUER_UNFIT("issuer.unfit"),
        /// The anchor has not the issuer's key and name, is not self-signed, or is not in force.
        ANCHOR_UNFIT("anchor.unfit"),
        LIST_MALFORMED("list.malformed"),
        /// The list is not signed by the issuer beside it.
        LIST_FOREIGN("list.foreign"),
        /// The issuer has run out of lists, those to come included.
        LIST_LAPSED("list.lapsed"),
        /// A list to come is not named after its number, or that is not higher than those before.
        LIST_NUMBER("list.number"),
        /// A list to come begins too late, or not after the one before.
        LIST_GAP("list.gap"),
        /// The file of all lists does not hold the root's and exactly those of the issuers.
        LISTS_DIFFER("lists.differ"),
        /// A canary that its list does not name, a control that one does, or either of another issuer or key.
        PROBE_UNFIT("probe.unfit"),
        ORDERS_MALFORMED("orders.malformed"),
        /// An order is about a client that the list does not name, or a zone that is still there.
        ORDERS_DIFFER("orders.differ");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        /// The code as scripts read it.
        public String text() {
            return text;
        }
    }
}
