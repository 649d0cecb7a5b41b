/// PKCS#11 tokens: which there are, and keys on them that sign or agree without ever leaving.
package org.hearthkey.core.token;
