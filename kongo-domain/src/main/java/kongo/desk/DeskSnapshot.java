package kongo.desk;

import java.util.List;
import kongo.alarm.Heard;
import kongo.alarm.IncidentRevised;

/**
 * What a Desk knows after an event.
 *
 * @param version sequence number of the event
 * @param rules offset of the last book that it has heard of
 * @param newest event time that any violation reaches, {@link Long#MIN_VALUE} if there was none
 * @param closedBefore what ended before this time is forgotten, {@link Long#MIN_VALUE} if nothing is
 * @param heard the highest revision of each violation that is kept
 * @param effects of the event
 */
public record DeskSnapshot(
    long version, long rules, long newest, long closedBefore, List<Heard> heard, List<IncidentRevised> effects) {}
