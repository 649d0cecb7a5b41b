/// Bytes that are too many to hold: read as often as somebody needs them. What they say is not known here.
package org.hearthkey.core.content;
