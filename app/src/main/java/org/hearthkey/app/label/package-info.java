/// What a label says, wherever it was read, and what speaks for and against it by itself.
package org.hearthkey.app.label;
