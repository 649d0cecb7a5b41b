/// The command line: one class a noun, the same acts as in the window, answers for people and for scripts.
package org.hearthkey.app.cli;
