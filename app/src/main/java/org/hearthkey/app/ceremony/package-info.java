/// The ceremonies that come with the program, and who runs them.
package org.hearthkey.app.ceremony;
