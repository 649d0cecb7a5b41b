/// Rules, what they find, and the clause each comes from. Rules look; they change nothing.
package org.hearthkey.core.policy;
