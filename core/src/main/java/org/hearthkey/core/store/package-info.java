/// The sealed file: plain tables in memory, sealed records on disk, one SQLite transaction for both.
package org.hearthkey.core.store;
