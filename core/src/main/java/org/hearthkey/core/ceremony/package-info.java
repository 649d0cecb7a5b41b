/// Ceremonies: scripts of what is done with the root, step by step, before witnesses, and what is written down of it.
package org.hearthkey.core.ceremony;
