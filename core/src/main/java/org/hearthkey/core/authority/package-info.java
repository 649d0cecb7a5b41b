/// The root and the issuers below it; the only place that signs.
package org.hearthkey.core.authority;
