/// Kinds of key, key profiles, software keys, and fingerprints.
package org.hearthkey.core.key;
