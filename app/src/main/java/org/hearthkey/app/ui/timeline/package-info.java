/// What is valid from when to when, row by row: the home's issuers and lists, then the devices of each zone.
package org.hearthkey.app.ui.timeline;
