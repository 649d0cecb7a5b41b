package org.hearthkey.app.ui.passphrase;

import java.security.SecureRandom;
import java.util.function.Function;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.secret.Passphrase;

/// What a new lock takes.
///
/// @param random what suggestions are drawn with
/// @param lock a lock that opens to a passphrase, at today's cost; asked on the home's thread
public record Locksmith(SecureRandom random, Function<Passphrase, LockPlan> lock) {}
