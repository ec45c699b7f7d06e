/** What a user would write instead of Kongo, for benchmarks to compare with. */
package kongo.baseline;
