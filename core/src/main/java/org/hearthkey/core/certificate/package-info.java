/// What a certificate, request or revocation list says; PEM, DER, PKCS#12 and CMS in and out; lint.
package org.hearthkey.core.certificate;
