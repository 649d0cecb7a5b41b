package org.hearthkey.app.ui.recovery;

import java.util.concurrent.Callable;
import org.hearthkey.core.recovery.IssuedSheets;

/// How what becomes of sheets is kept: by itself, or with the step of a ceremony. On the home's thread.
@FunctionalInterface
interface Keeping {
    /// Does the work, and gives what it gave.
    IssuedSheets keep(Callable<IssuedSheets> work) throws Exception;
}
