/// Hands certificates, chains and keys over to devices and hubs, as files.
package org.hearthkey.app.handover;
