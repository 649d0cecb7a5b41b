/// Which drives this computer has, which of them may take a bundle, and how one is made safe to remove.
package org.hearthkey.core.drive;
