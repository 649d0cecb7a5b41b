/// Revocations, and the signed lists that tell everybody.
package org.hearthkey.core.revoke;
