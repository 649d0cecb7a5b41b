package org.hearthkey.core.recovery;

/// Which share of its set one is.
///
/// @param group counted from 0
/// @param member counted from 0
/// @param threshold how many members of this group have to come together
public record ShareSeat(int group, int member, int threshold) {}
