package org.hearthkey.app.ui.recovery;

import java.util.function.Supplier;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.control.FileChoice;

/// How sheets come in, beside being typed.
///
/// @param files how the owner is asked for pictures and folders
/// @param cameras gives a camera that is off, one for each screen that wants one
public record SheetWays(FileChoice files, Supplier<CameraViewModel> cameras) {}
