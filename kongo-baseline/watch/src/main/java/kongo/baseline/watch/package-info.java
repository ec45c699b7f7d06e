/** The environment rules as one would write them for data that is in order: no corrections, nothing kept but what is now. */
package kongo.baseline.watch;
