/// Paper that brings a home back: shares of a recovery secret by SLIP-39, the sealed core, and what is printed of them.
package org.hearthkey.core.recovery;
