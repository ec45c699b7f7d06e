/** One node of the cluster: its start, its end, and the guard that keeps a frozen one from writing. */
package kongo.host;
