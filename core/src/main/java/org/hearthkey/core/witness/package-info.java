/// What remembers a home's journal outside its file, and how the file stands to it.
package org.hearthkey.core.witness;
