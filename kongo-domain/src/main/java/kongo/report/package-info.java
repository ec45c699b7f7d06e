/** What people are shown is cut into pages. */
package kongo.report;
