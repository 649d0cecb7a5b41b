/// Signed bundles of certificates and revocation lists, written to a drive and checked there.
package org.hearthkey.core.deliver;
