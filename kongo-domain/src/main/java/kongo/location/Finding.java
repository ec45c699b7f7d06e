package kongo.location;

import kongo.excursion.Run;
import kongo.violation.Limit;
import kongo.violation.Severity;

/** A run that a check found, the limit that it breaks, and how bad it is. */
record Finding(Run run, Limit limit, Severity severity) {}
