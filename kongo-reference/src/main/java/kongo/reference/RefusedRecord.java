package kongo.reference;

import kongo.violation.Refusal;

/** A usable record that is not accepted. */
public record RefusedRecord(InputTopic topic, int partition, long offset, Refusal.Reason reason) {}
