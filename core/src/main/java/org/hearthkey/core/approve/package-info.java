/// From a code and a request to a recorded certificate: review, approval, issuing.
package org.hearthkey.core.approve;
