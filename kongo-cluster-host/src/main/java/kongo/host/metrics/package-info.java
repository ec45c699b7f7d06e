/** What a node counts. */
package kongo.host.metrics;
