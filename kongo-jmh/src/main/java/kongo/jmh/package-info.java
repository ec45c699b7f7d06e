/** Microbenchmarks of what every record goes through. */
package kongo.jmh;
