/// Something small, such as a certificate request, that crosses from one screen to another camera as a series of codes.
package org.hearthkey.core.frames;
