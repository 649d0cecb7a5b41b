/// What the owner can set: how it looks, when it locks, and what is remembered.
package org.hearthkey.app.ui.settings;
