/// The zones of the home: each one's issuer and rules, and how another is added.
package org.hearthkey.app.ui.zones;
