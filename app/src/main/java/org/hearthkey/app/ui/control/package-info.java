/// The parts every screen is put together from.
package org.hearthkey.app.ui.control;
