package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.scan.Code;

/// All that the screen of an approval can be in.
public sealed interface ApproveState {
    /// Waiting for a code or a request.
    ///
    /// @param hitch why the last thing that was offered is of no use
    record Scanning(Optional<Hitch> hitch) implements ApproveState {}

    /// A code is looked for.
    record Looking() implements ApproveState {}

    /// A picture of the screen is shown, on which the owner marks where the code is.
    ///
    /// @param before where the screen was
    record Marking(Frame still, ApproveState before) implements ApproveState {}

    /// Several things were found, several files were looked at, or a code is one of several kinds. The owner says
    /// with which to go on.
    ///
    /// @param before where the screen was
    record Choosing(List<Found> found, ApproveState before) implements ApproveState {
        public Choosing {
            found = List.copyOf(found);
        }

        /// The labels among what was found.
        List<Code> codes() {
            return found.stream()
                    .flatMap(each -> each instanceof Found.Label(var _, var code) ? Stream.of(code) : Stream.empty())
                    .toList();
        }

        /// Whether one text may be of several kinds.
        boolean isOfOneText() {
            return found.size() > 1
                    && codes().size() == found.size()
                    && codes().stream().map(Code::text).distinct().count() == 1;
        }
    }

    /// Something was shown; the owner reads and decides.
    ///
    /// @param hitch why something that was offered meanwhile is of no use
    record Deciding(Claim claim, Verdict verdict, Optional<Hitch> hitch) implements ApproveState {}

    /// Nothing was signed, and nothing the form says would change that.
    ///
    /// @param alarms what the home keeps of it for the owner to look at
    record Refused(Claim claim, Verdict verdict, Finding why, List<Alarm> alarms) implements ApproveState {
        public Refused {
            alarms = List.copyOf(alarms);
        }
    }

    record Issuing() implements ApproveState {}

    record HandingOver(LastStep lastStep) implements ApproveState {}

    /// The device is in the inventory, and there is nothing to hand over.
    record Paired(Device device) implements ApproveState {}

    /// The home could not be read or written.
    record Failed(Exception cause) implements ApproveState {}
}
