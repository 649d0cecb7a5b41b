/// All words people read: the one place where types and codes become sentences.
package org.hearthkey.app.text;
