/// What a device's code says: text to a typed [Code] of a known kind, strictly, within bounds and without side effects.
package org.hearthkey.core.scan;
