/// Recovery sheets as they come back from paper.
package org.hearthkey.app.recovery;
