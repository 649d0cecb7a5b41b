/// Issuers of other programs that the root certifies, and takes back.
package org.hearthkey.core.intermediate;
