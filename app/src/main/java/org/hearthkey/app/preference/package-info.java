/// What the program remembers about itself between two starts: a small readable file beside no secret.
package org.hearthkey.app.preference;
