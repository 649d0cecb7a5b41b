/// New passphrases: what makes one weak, and one drawn by chance. Both front ends hold the owner to the same.
package org.hearthkey.app.passphrase;
