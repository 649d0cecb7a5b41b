/// The first screen of an open home: is it safe, what needs the owner, what to press.
package org.hearthkey.app.ui.home;
