/// How the owner makes sure that the device that asks is the one in front of them.
package org.hearthkey.app.ui.confirm;
