/// What makers say of their devices: Matter certificates and declarations, device identities (IEEE 802.1AR), vouchers,
/// the list of makers whom the owner trusts, and the grade that comes of it.
package org.hearthkey.core.attest;
