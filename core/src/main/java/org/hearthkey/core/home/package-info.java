/// Creates, opens and closes a home and joins its parts. Where the app begins.
package org.hearthkey.core.home;
