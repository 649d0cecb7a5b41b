package org.hearthkey.core.deliver;

/// What a check of a receipt found.
public sealed interface ReceiptVerdict {
    /// The hub signed it, it speaks of this home and of a bundle that this home signed, and it takes nothing back.
    record Sound(Receipt receipt) implements ReceiptVerdict {}

    /// It proves nothing.
    record Unsound(Reason reason) implements ReceiptVerdict {}

    /// Why a receipt proves nothing.
    enum Reason {
        /// No certificate that this home gave to that hub has signed it.
        SIGNATURE("signature"),
        MALFORMED("malformed"),
        /// It is of another home.
        HOME("home"),
        /// It is of another hub.
        HUB("hub"),
        /// It is older than one that was read before.
        OLDER("older"),
        /// It speaks of a bundle that this home never signed.
        BUNDLE("bundle");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /// As scripts read it.
        public String code() {
            return code;
        }
    }
}
