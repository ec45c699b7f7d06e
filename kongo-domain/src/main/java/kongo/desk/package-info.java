/** The desk at which people work with the incidents of one owner (section 13 of docs/semantics.md). */
package kongo.desk;
