/// Finds codes in pictures. What a code says is for [org.hearthkey.core.scan] to read.
package org.hearthkey.app.camera;
