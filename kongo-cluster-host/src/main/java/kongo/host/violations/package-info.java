/** The open violations, as the violations topic tells them. */
package kongo.host.violations;
