package org.jobplatform.conformance.hostile;

/**
 * One spoiled request.
 *
 * @param field that the answer must name; empty when it need not
 * @param what in words, for the report
 */
record Trial(Rule rule, GoodRequest.Spoiled request, String field, String what) {}
