/// What one meets when no home is open: the welcome, making a home, and unlocking one.
package org.hearthkey.app.ui.welcome;
