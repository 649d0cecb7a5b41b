/// Roots and zones' issuers that other programs made, taken over with their keys, numbers and revocations.
package org.hearthkey.core.adopt;
