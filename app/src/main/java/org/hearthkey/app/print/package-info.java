/// Sheets of paper with secrets on them, as PDF: drawn in memory, and nowhere else.
package org.hearthkey.app.print;
