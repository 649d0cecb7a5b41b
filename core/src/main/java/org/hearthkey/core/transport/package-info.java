/// Bytes to and from the place where a hub takes them: by SFTP, HTTPS or MQTT, or in a folder. What they say is not known here.
package org.hearthkey.core.transport;
