package org.hearthkey.core.witness;

/// One witness that was asked, and what came of it.
///
/// @param evidence the checkpoint as it was read: a signed note, or what was typed from paper
public record Seen(Witness witness, Comparison comparison, String evidence) {}
