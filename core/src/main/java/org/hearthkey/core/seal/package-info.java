/// Seals and opens: boxes, locks, keys from passphrases, and the refusals of a reader. Knows nothing of files.
package org.hearthkey.core.seal;
